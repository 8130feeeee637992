package io.quantumlayer.security.signing;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignedSubject;
import io.quantumlayer.security.internal.signing.KeyJudge;

/**
 * Judges bundles against one public key: a signature over the subject's bytes, or a DSSE envelope with an in-toto
 * statement about the subject. Thread-safe.
 *
 * <p>The key alone is trusted. A transparency log entry in the bundle is not looked at, and the verdict says so.
 */
public final class KeyBundleVerifier implements BundleVerifier {
    private final VerificationKey key;

    private KeyBundleVerifier(VerificationKey key) {
        this.key = key;
    }

    /**
     * Creates a verifier.
     *
     * @param key the key that must have signed
     * @return the verifier
     */
    public static KeyBundleVerifier of(VerificationKey key) {
        return new KeyBundleVerifier(key);
    }

    @Override
    public String trusts() {
        return key.toString();
    }

    @Override
    public SignatureVerdict verify(CallContext context, byte[] bundle, SignedSubject subject) {
        return new KeyJudge(key.key(), key.toString()).judge(bundle, subject);
    }
}
