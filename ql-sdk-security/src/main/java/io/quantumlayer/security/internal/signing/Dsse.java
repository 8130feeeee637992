package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A DSSE envelope with exactly one signature. */
public final class Dsse {
    /** The type of an in-toto statement. */
    public static final String IN_TOTO = "application/vnd.in-toto+json";

    private final String payloadType;
    private final byte[] payload;
    private final byte[] signature;

    private Dsse(String payloadType, byte[] payload, byte[] signature) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signature = signature;
    }

    /** Reads an envelope; empty if it is not one, or has none or several signatures. */
    public static Optional<Dsse> read(JsonNode envelope) {
        JsonNode signatures = envelope.path("signatures");
        Optional<byte[]> payload = base64(envelope.path("payload"));
        Optional<byte[]> signature =
                signatures.size() == 1 ? base64(signatures.path(0).path("sig")) : Optional.empty();
        if (payload.isEmpty()
                || signature.isEmpty()
                || !envelope.path("payloadType").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(new Dsse(envelope.path("payloadType").asText(), payload.get(), signature.get()));
    }

    /** Returns the bytes that are signed for a payload: the pre-authentication encoding. */
    public static byte[] encoding(String type, byte[] payload) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("DSSEv1 " + name.length + " " + type + " " + payload.length + " ").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + payload.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(payload, 0, all, head.length, payload.length);
        return all;
    }

    /** Writes an envelope. */
    public static ObjectNode write(byte[] payload, byte[] signature) {
        ObjectNode envelope = Json.create();
        envelope.put("payload", Base64.getEncoder().encodeToString(payload));
        envelope.put("payloadType", IN_TOTO);
        envelope.putArray("signatures")
                .addObject()
                .put("sig", Base64.getEncoder().encodeToString(signature));
        return envelope;
    }

    /** Reads base64 in either alphabet, as JSON forms of protocol buffers may use both. */
    static Optional<byte[]> base64(JsonNode node) {
        if (!node.isTextual() || node.asText().isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = node.asText().replace('-', '+').replace('_', '/');
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String payloadType() {
        return payloadType;
    }

    byte[] payload() {
        return payload.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    byte[] signedBytes() {
        return encoding(payloadType, payload);
    }
}
