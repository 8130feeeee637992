package io.quantumlayer.api.spi.signing;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.registry.ImageReference;

/**
 * Signs images and attests statements about them, in the registry that holds them. Thread-safe.
 *
 * <p>Signing again adds a second signature, so callers look with an {@link ImageVerification} first. What the registry
 * refuses is thrown as a {@link io.quantumlayer.api.error.QuantumLayerException}.
 */
public interface ImageSigning {
    /**
     * Names who signs.
     *
     * @return such as a key's fingerprint; nothing secret
     */
    String signer();

    /**
     * Signs an image.
     *
     * @param context the call
     * @param image the image; a tag is resolved first
     * @return the digest that was signed
     */
    Digest sign(CallContext context, ImageReference image);

    /**
     * Attests a statement about an image.
     *
     * @param context the call
     * @param image the image; a tag is resolved first
     * @param statement the statement
     * @return the digest it is about
     */
    Digest attest(CallContext context, ImageReference image, ImageStatement statement);

    /**
     * Says how anybody checks the signature with public tools.
     *
     * @param image the image
     * @return a command line
     */
    String check(ImageReference image);
}
