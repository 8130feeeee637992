package io.quantumlayer.security.internal.signing;

import static io.quantumlayer.api.spi.signing.SignatureVerdict.refused;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.io.IOException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Judges bundles against one key. */
public final class KeyJudge {
    private static final String TRUST = "The key alone is trusted; no transparency log was asked.";

    private final SignatureCheck check;
    private final String name;

    /** Judges with a key that verdicts call by a name. */
    public KeyJudge(PublicKey key, String name) {
        this.check = new SignatureCheck(key);
        this.name = name;
    }

    /** Judges a bundle. */
    public SignatureVerdict judge(byte[] json, SignedSubject subject) {
        Optional<Bundle> read = Bundle.read(json);
        if (read.isEmpty()) {
            return refused(Reason.MALFORMED, "The bundle is no Sigstore bundle of version 0.1 to 0.3.");
        }
        Bundle bundle = read.get();
        if (!bundle.carriesOneContent()) {
            return refused(Reason.MALFORMED, "A bundle holds either a message signature or a DSSE envelope.");
        }
        if (bundle.carriesCertificate() || !bundle.carriesKey()) {
            return refused(
                    Reason.KEY,
                    "The bundle was not made with a key: verify it against an identity, issuer and trusted root.");
        }
        return bundle.message().map(m -> message(m, subject)).orElseGet(() -> envelope(bundle.envelope(), subject));
    }

    private SignatureVerdict message(JsonNode message, SignedSubject subject) {
        Optional<byte[]> signature = Dsse.base64(message.path("signature"));
        if (signature.isEmpty()) {
            return refused(Reason.MALFORMED, "The bundle holds no signature.");
        }
        JsonNode claimed = message.path("messageDigest");
        if (claimed.path("algorithm").asText().equals("SHA2_256")
                && !isDigest(claimed.path("digest"), subject.digest())) {
            return refused(Reason.DIGEST, "The bundle signs another digest than " + subject.digest() + ".");
        }
        if (check.needsContent() && subject.file().isEmpty()) {
            return refused(Reason.KEY, "A key of this kind signs content, not digests: give the file.");
        }
        try {
            return check.holds(subject, signature.get())
                    ? new Verified(name, subject.digest(), Optional.empty(), List.of(TRUST))
                    : refused(
                            Reason.SIGNATURE,
                            "The signature over " + subject.digest() + " was not made with " + name + ".");
        } catch (IOException e) {
            throw new QuantumLayerException(
                    Failure.of(
                            ErrorType.VALIDATION,
                            "signing.subject-unreadable",
                            "The file " + subject.file().orElseThrow() + " cannot be read."),
                    e);
        }
    }

    private static boolean isDigest(JsonNode base64, Digest digest) {
        return Dsse.base64(base64)
                .map(bytes -> HexFormat.of().formatHex(bytes).equals(digest.hex()))
                .orElse(false);
    }

    /** Judges a bare envelope, as the older layout of attestations stores it. */
    public SignatureVerdict envelope(JsonNode json, SignedSubject subject) {
        Optional<Dsse> envelope = Dsse.read(json);
        if (envelope.isEmpty()) {
            return refused(Reason.MALFORMED, "The DSSE envelope needs a payload, its type and exactly one signature.");
        }
        if (!envelope.get().payloadType().equals(Dsse.IN_TOTO)) {
            return refused(Reason.STATEMENT, "The DSSE envelope holds no in-toto statement.");
        }
        if (!check.holds(envelope.get().signedBytes(), envelope.get().signature())) {
            return refused(Reason.SIGNATURE, "The DSSE envelope was not signed with " + name + ".");
        }
        return Statement.read(envelope.get().payload())
                .map(statement -> about(statement, subject))
                .orElseGet(() ->
                        refused(Reason.STATEMENT, "The signed payload is no in-toto statement of version 0.1 or 1."));
    }

    private SignatureVerdict about(Statement statement, SignedSubject subject) {
        return statement.isAbout(subject.digest())
                ? new Verified(name, subject.digest(), Optional.of(statement.signed()), List.of(TRUST))
                : refused(Reason.DIGEST, "The signed statement is not about " + subject.digest() + ".");
    }
}
