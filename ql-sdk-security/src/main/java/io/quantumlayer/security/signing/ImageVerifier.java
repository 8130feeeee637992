package io.quantumlayer.security.signing;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.api.spi.signing.ImageVerification;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.security.internal.signing.BundleLayout;
import io.quantumlayer.security.internal.signing.Resolved;
import io.quantumlayer.security.internal.signing.TagLayout;
import io.quantumlayer.security.internal.signing.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies images: what their digest is now, and who signed or attested that digest. Thread-safe.
 *
 * <p>Every bundle that refers to the image is judged; with a key the older layout is judged too. One good one is
 * enough: anybody who may write to the registry may add bad ones. Without a good one the verdict is the refusal that
 * says most.
 */
public final class ImageVerifier implements ImageVerification {
    private final ImageRegistry registry;
    private final BundleVerifier bundles;
    private final Optional<VerificationKey> key;

    private ImageVerifier(ImageRegistry registry, BundleVerifier bundles, Optional<VerificationKey> key) {
        this.registry = registry;
        this.bundles = bundles;
        this.key = key;
    }

    /**
     * Verifies against a key, in both layouts.
     *
     * @param registry where images and signatures are
     * @param key the key that must have signed
     * @return the verifier
     */
    public static ImageVerifier trusting(ImageRegistry registry, VerificationKey key) {
        return new ImageVerifier(registry, KeyBundleVerifier.of(key), Optional.of(key));
    }

    /**
     * Verifies bundles as a verifier says, such as a keyless one; the older layout is not looked at.
     *
     * @param registry where images and signatures are
     * @param bundles judges each bundle
     * @return the verifier
     */
    public static ImageVerifier trusting(ImageRegistry registry, BundleVerifier bundles) {
        return new ImageVerifier(registry, bundles, Optional.empty());
    }

    @Override
    public SignatureVerdict signature(CallContext context, ImageReference image) {
        return Resolved.find(registry, context, image)
                .map(resolved -> signature(context, resolved))
                .orElseGet(() -> missing(image));
    }

    private SignatureVerdict signature(CallContext context, Resolved image) {
        List<SignatureVerdict> verdicts =
                new ArrayList<>(new BundleLayout(registry, context, image).signatures(bundles));
        key.ifPresent(k -> verdicts.addAll(new TagLayout(registry, context, image).signatures(k.key(), k.toString())));
        return Verdicts.best(verdicts, "No signature refers to " + image.digest() + ".");
    }

    @Override
    public SignatureVerdict attestation(CallContext context, ImageReference image, String predicateType) {
        return Resolved.find(registry, context, image)
                .map(resolved -> attestation(context, resolved, predicateType))
                .orElseGet(() -> missing(image));
    }

    private SignatureVerdict attestation(CallContext context, Resolved image, String type) {
        List<SignatureVerdict> verdicts =
                new ArrayList<>(new BundleLayout(registry, context, image).attestations(bundles, type));
        key.ifPresent(k ->
                verdicts.addAll(new TagLayout(registry, context, image).attestations(k.key(), k.toString(), type)));
        return Verdicts.best(verdicts, "No attestation of the type " + type + " refers to " + image.digest() + ".");
    }

    private static SignatureVerdict missing(ImageReference image) {
        return SignatureVerdict.refused(SignatureVerdict.Reason.MISSING, "There is no image " + image + ".");
    }
}
