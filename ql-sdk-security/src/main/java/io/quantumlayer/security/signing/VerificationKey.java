package io.quantumlayer.security.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.internal.signing.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** A public key that signatures are checked against: ECDSA, RSA or Ed25519, as PEM {@code PUBLIC KEY}. Immutable. */
public final class VerificationKey {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private final PublicKey key;

    private VerificationKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param pem the PEM text, as {@code cosign.pub}
     * @return the key
     * @throws QuantumLayerException of type validation if the text holds no such key
     */
    public static VerificationKey pem(String pem) {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(Pem.read(pem, "PUBLIC KEY"));
        return ALGORITHMS.stream()
                .flatMap(algorithm -> read(spec, algorithm).stream())
                .findFirst()
                .map(VerificationKey::new)
                .orElseThrow(() -> new QuantumLayerException(Failure.of(
                        ErrorType.VALIDATION,
                        "signing.key-unknown",
                        "The public key is none of " + ALGORITHMS + "; give a PEM file such as cosign.pub.")));
    }

    private static Optional<PublicKey> read(X509EncodedKeySpec spec, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a key.
     *
     * @param key an ECDSA, RSA or Ed25519 key
     * @return the key
     */
    public static VerificationKey of(PublicKey key) {
        return new VerificationKey(key);
    }

    /**
     * Returns the key for the JDK's own interfaces.
     *
     * @return the key
     */
    public PublicKey key() {
        return key;
    }

    /**
     * Returns the key as PEM.
     *
     * @return the text that {@link #pem} reads
     */
    public String toPem() {
        return Pem.write("PUBLIC KEY", key.getEncoded());
    }

    /**
     * Names the key by the digest of its encoding, as bundles do.
     *
     * @return {@code key} and the base64 form of the SHA-256
     */
    @Override
    public String toString() {
        return "key " + Pem.hint(key.getEncoded());
    }
}
