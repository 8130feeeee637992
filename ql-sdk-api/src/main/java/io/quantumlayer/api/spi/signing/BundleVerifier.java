package io.quantumlayer.api.spi.signing;

import io.quantumlayer.api.spi.CallContext;

/**
 * Judges Sigstore bundles against one trust: a public key, or an identity with its issuer and a trusted root.
 * Thread-safe; works offline.
 *
 * <p>A bundle is untrusted input: whatever it holds ends in a verdict and never in an exception. Only an unreadable
 * subject file ends in one.
 */
public interface BundleVerifier {
    /**
     * Says who this verifier trusts, for reports.
     *
     * @return a readable name of the key or identity
     */
    String trusts();

    /**
     * Judges a bundle.
     *
     * @param context the call
     * @param bundle the bundle's JSON; never changed
     * @param subject what the bundle must have signed
     * @return verified, or refused with the reason; never verified for another subject
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the subject's file cannot be read
     */
    SignatureVerdict verify(CallContext context, byte[] bundle, SignedSubject subject);
}
