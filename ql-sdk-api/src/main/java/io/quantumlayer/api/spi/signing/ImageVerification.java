package io.quantumlayer.api.spi.signing;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;

/**
 * Judges who signed an image and what is attested about it; who is trusted was said when it was made. Thread-safe. A
 * refusal is a verdict; only a registry that cannot be read is thrown.
 */
public interface ImageVerification {
    /**
     * Judges whether an image is signed.
     *
     * @param context the call
     * @param image the image; a tag is resolved first
     * @return verified, or refused with the reason
     */
    SignatureVerdict signature(CallContext context, ImageReference image);

    /**
     * Judges whether a statement about an image is attested.
     *
     * @param context the call
     * @param image the image; a tag is resolved first
     * @param predicateType the kind of statement
     * @return verified with the statement, or refused with the reason
     */
    SignatureVerdict attestation(CallContext context, ImageReference image, String predicateType);
}
