package io.quantumlayer.security.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.security.internal.signing.PrivateKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/**
 * An ECDSA key on P-256 that signs. Thread-safe; it prints the public half only.
 *
 * <p>Read are PEM texts of the types {@code PRIVATE KEY} and {@code EC PRIVATE KEY}, and cosign's {@code ENCRYPTED
 * SIGSTORE PRIVATE KEY} and {@code ENCRYPTED COSIGN PRIVATE KEY} with their password.
 */
public final class SigningKey {
    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Reads a key that is not encrypted.
     *
     * @param pem the PEM text
     * @return the key
     * @throws QuantumLayerException of type validation if the text holds no such key, or an encrypted one
     */
    public static SigningKey pem(Secret pem) {
        return new SigningKey(pem.reveal(PrivateKeys::plain));
    }

    /**
     * Reads a key that cosign encrypted.
     *
     * @param pem the PEM text, as {@code cosign.key}
     * @param password its password
     * @return the key
     * @throws QuantumLayerException of type validation if the text holds no such key, of type authentication if the
     *     password is wrong
     */
    public static SigningKey pem(Secret pem, Secret password) {
        return new SigningKey(pem.reveal(text -> password.reveal(word -> PrivateKeys.encrypted(text, word))));
    }

    /**
     * Returns the public half.
     *
     * @return the key that signatures are checked against
     */
    public VerificationKey verificationKey() {
        return VerificationKey.of(pair.getPublic());
    }

    /**
     * Signs bytes: ECDSA with SHA-256.
     *
     * @param content the bytes
     * @return the signature, DER
     */
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.UNKNOWN, "signing.failed", "The key does not sign: " + e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return verificationKey().toString();
    }
}
