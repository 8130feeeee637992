package io.quantumlayer.security.signing;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.security.internal.signing.BundleLayout;
import io.quantumlayer.security.internal.signing.Pem;
import io.quantumlayer.security.internal.signing.Resolved;
import io.quantumlayer.security.internal.signing.Statement;
import io.quantumlayer.security.internal.signing.TagLayout;

/**
 * Signs images and attests facts about them with a key, as cosign does. Thread-safe.
 *
 * <p>A tag is resolved first and the digest is signed. Signing twice leaves two signatures, both good.
 */
public final class ImageSigner {
    private final ImageRegistry registry;
    private final SigningKey key;

    private ImageSigner(ImageRegistry registry, SigningKey key) {
        this.registry = registry;
        this.key = key;
    }

    /**
     * Creates a signer.
     *
     * @param registry where images and signatures are
     * @param key the key that signs
     * @return the signer
     */
    public static ImageSigner create(ImageRegistry registry, SigningKey key) {
        return new ImageSigner(registry, key);
    }

    /**
     * Signs an image.
     *
     * @param context the call
     * @param image the image
     * @param layout how the signature is stored
     * @return the digest that was signed
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if there is no such image, or as the
     *     registry says
     */
    public Digest sign(CallContext context, ImageReference image, SignatureLayout layout) {
        Resolved resolved = Resolved.of(registry, context, image);
        switch (layout) {
            case BUNDLE ->
                new BundleLayout(registry, context, resolved)
                        .add(Statement.write(resolved.digest(), BundleLayout.SIGNATURE, "{}"), key::sign, hint());
            case TAG -> new TagLayout(registry, context, resolved).sign(key::sign);
        }
        return resolved.digest();
    }

    /**
     * Attests a fact about an image: an in-toto statement, signed and stored beside it.
     *
     * @param context the call
     * @param image the image
     * @param attestation the predicate and its type
     * @param layout how the attestation is stored
     * @return the digest it is about
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if there is no such image, of type
     *     validation if the predicate is no JSON object, or as the registry says
     */
    public Digest attest(CallContext context, ImageReference image, Attestation attestation, SignatureLayout layout) {
        Resolved resolved = Resolved.of(registry, context, image);
        byte[] statement = Statement.write(resolved.digest(), attestation.predicateType(), attestation.predicate());
        switch (layout) {
            case BUNDLE -> new BundleLayout(registry, context, resolved).add(statement, key::sign, hint());
            case TAG ->
                new TagLayout(registry, context, resolved).attest(statement, attestation.predicateType(), key::sign);
        }
        return resolved.digest();
    }

    /**
     * Signs in one layout, for whoever does not choose.
     *
     * @param layout how everything is stored
     * @return this signer, bound to the layout
     */
    public ImageSigning storing(SignatureLayout layout) {
        return new LaidOut(this, layout);
    }

    /** A signer that was told how to store. */
    private record LaidOut(ImageSigner all, SignatureLayout layout) implements ImageSigning {
        @Override
        public String signer() {
            return all.key.toString();
        }

        @Override
        public Digest sign(CallContext context, ImageReference image) {
            return all.sign(context, image, layout);
        }

        @Override
        public Digest attest(CallContext context, ImageReference image, ImageStatement statement) {
            Attestation attestation = new Attestation(statement.predicateType(), statement.predicate());
            return all.attest(context, image, attestation, layout);
        }

        @Override
        public String check(ImageReference image) {
            boolean bundle = layout == SignatureLayout.BUNDLE;
            return "cosign verify --key cosign.pub --insecure-ignore-tlog=true --new-bundle-format=" + bundle + " "
                    + image;
        }
    }

    private String hint() {
        return Pem.hint(key.verificationKey().key().getEncoded());
    }
}
