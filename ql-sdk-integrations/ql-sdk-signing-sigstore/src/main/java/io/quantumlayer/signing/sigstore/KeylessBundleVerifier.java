package io.quantumlayer.signing.sigstore;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignedSubject;
import io.quantumlayer.signing.sigstore.internal.KeylessJudge;

/**
 * Judges bundles against an identity, the issuer that vouched for it and a trusted root. Thread-safe; offline: the
 * trusted root is given, never fetched.
 *
 * <p>A bundle passes if its certificate leads to the root and names exactly this identity and issuer, its entry in the
 * transparency log is proved, a trusted time lies within the certificate's life, and the signature is about the
 * subject.
 */
public final class KeylessBundleVerifier implements BundleVerifier {
    private final KeylessJudge judge;
    private final String trusts;

    private KeylessBundleVerifier(KeylessJudge judge, String trusts) {
        this.judge = judge;
        this.trusts = trusts;
    }

    /**
     * Creates a verifier.
     *
     * @param trustedRoot the trusted root's JSON
     * @param identity the certificate's subject alternative name, exactly: an e-mail address or a URI
     * @param issuer the OpenID Connect issuer, exactly: a URL
     * @return the verifier
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the root cannot be read, or the
     *     identity or issuer is blank
     */
    public static KeylessBundleVerifier of(byte[] trustedRoot, String identity, String issuer) {
        return new KeylessBundleVerifier(
                KeylessJudge.of(trustedRoot, identity, issuer), "identity " + identity + " of " + issuer);
    }

    @Override
    public String trusts() {
        return trusts;
    }

    @Override
    public SignatureVerdict verify(CallContext context, byte[] bundle, SignedSubject subject) {
        return judge.judge(bundle, subject);
    }
}
