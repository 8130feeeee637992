package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** A Sigstore bundle made with a key, as JSON. */
public final class Bundle {
    /** The media type of version 0.3, which is the one written. */
    public static final String V03 = "application/vnd.dev.sigstore.bundle.v0.3+json";

    private static final String OLDER = "application/vnd.dev.sigstore.bundle+json;version=";
    private static final Set<String> KNOWN = Set.of(V03, OLDER + "0.1", OLDER + "0.2", OLDER + "0.3");

    private final JsonNode node;

    private Bundle(JsonNode node) {
        this.node = node;
    }

    /** Reads a bundle of a known version; empty if the bytes are anything else. */
    public static Optional<Bundle> read(byte[] json) {
        return Json.object(json)
                .filter(n -> KNOWN.contains(n.path("mediaType").asText()))
                .map(Bundle::new);
    }

    /** Writes a bundle around an envelope that a key signed. */
    public static byte[] write(ObjectNode envelope, String keyHint) {
        ObjectNode bundle = head(keyHint);
        bundle.set("dsseEnvelope", envelope);
        return Json.bytes(bundle);
    }

    /** Writes a bundle around a signature over a digest. */
    public static byte[] write(Digest digest, byte[] signature, String keyHint) {
        ObjectNode bundle = head(keyHint);
        ObjectNode message = bundle.putObject("messageSignature");
        message.putObject("messageDigest")
                .put("algorithm", "SHA2_256")
                .put("digest", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex())));
        message.put("signature", Base64.getEncoder().encodeToString(signature));
        return Json.bytes(bundle);
    }

    private static ObjectNode head(String keyHint) {
        ObjectNode bundle = Json.create();
        bundle.put("mediaType", V03);
        bundle.putObject("verificationMaterial").putObject("publicKey").put("hint", keyHint);
        return bundle;
    }

    boolean carriesCertificate() {
        JsonNode material = node.path("verificationMaterial");
        return material.has("certificate") || material.has("x509CertificateChain");
    }

    boolean carriesKey() {
        return node.path("verificationMaterial").path("publicKey").isObject();
    }

    int logEntries() {
        return node.path("verificationMaterial").path("tlogEntries").size();
    }

    boolean carriesOneContent() {
        return node.has("messageSignature") != node.has("dsseEnvelope");
    }

    Optional<JsonNode> message() {
        return Optional.of(node.path("messageSignature")).filter(JsonNode::isObject);
    }

    JsonNode envelope() {
        return node.path("dsseEnvelope");
    }
}
