package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.Releases;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that an application's own runs put into a registry, and their way out of it: each goes with all that
 * refers to it. An image that was there before is nobody's to remove and is not among them.
 */
final class PublishedImages {
    /** Who an image's effects are written for. */
    static final String ID = "images";

    /** Where signatures, attestations, and lists of referrers lie on registries that have no other place for them. */
    private static final List<String> TAGS = List.of("", ".sig", ".att", ".sbom");

    private final Optional<ImageLine> line;
    private final Releases releases;

    PublishedImages(Tools tools) {
        this.line = tools.images();
        this.releases = tools.releases();
    }

    /** Returns those that were never seen absent; none if the caller keeps them. */
    List<PlacedOperation> all(StepScope scope) {
        return line.filter(ImageLine::keepsImages).isPresent()
                ? List.of()
                : releases.published(scope.application(), scope.run()).stream()
                        .map(PlacedOperation::of)
                        .toList();
    }

    /** Returns one that no placed release runs and whose removal this run has not tried yet. */
    Optional<PlacedOperation> unused(StepScope scope, ReleaseBook book) {
        return all(scope).stream()
                .filter(pushed -> !inUse(book, pushed))
                .filter(pushed -> !tried(scope, pushed))
                .findFirst();
    }

    boolean inUse(ReleaseBook book, PlacedOperation pushed) {
        return line.filter(ImageLine::keepsImages).isPresent()
                || book.images().contains(image(pushed.operation().resource()));
    }

    private static boolean tried(StepScope scope, PlacedOperation pushed) {
        return scope.ledger()
                .find(pushed.key(), Action.REMOVE)
                .flatMap(Entry::result)
                .filter(r -> r.state() == Result.State.GONE || r.state() == Result.State.FAILED)
                .isPresent();
    }

    Effect<Observation> remove(StepScope scope, PlacedOperation pushed) {
        CallContext context = scope.keyed(pushed.key());
        ImageReference image = image(pushed.operation().resource());
        Intent intent = new Intent(pushed.key(), Action.REMOVE, ID, pushed.operation());
        return scope.effects().remove(intent, () -> removed(context, image), () -> look(scope, pushed));
    }

    /** Looks whether an image is in its registry. */
    Observation look(StepScope scope, PlacedOperation pushed) {
        ImageReference image = image(pushed.operation().resource());
        boolean stands =
                registry(image).manifest(scope.keyed(pushed.key()), image).isPresent();
        return Publication.seen(scope, pushed.operation(), stands);
    }

    private Effect<Map<String, String>> removed(CallContext context, ImageReference image) {
        try {
            ImageRegistry registry = registry(image);
            Digest digest = image.digest().orElseThrow();
            for (RegistryDescriptor referrer : registry.referrers(context, image, digest)) {
                registry.delete(context, image.at(referrer.digest()));
            }
            for (String suffix : TAGS) {
                registry.manifest(context, image.tagged("sha256-" + digest.hex() + suffix))
                        .ifPresent(found -> registry.delete(context, image.at(found.digest())));
            }
            registry.delete(context, image);
            return Effect.done(Map.of());
        } catch (QuantumLayerException refused) {
            Failure failure = refused.failure();
            return Effect.failed(failure.withMessage("the image " + image + " cannot be removed; let the registry"
                    + " delete, or keep images with keepImages() on the image supply: " + failure.message()));
        }
    }

    private ImageRegistry registry(ImageReference image) {
        return line.map(ImageLine::registry)
                .orElseThrow(() -> new QuantumLayerException(Failure.of(
                        ErrorType.CONFIGURATION,
                        "image.no-supply",
                        "the image " + image + " was pushed by an earlier run; give the builder the image supply"
                                + " again to have it removed")));
    }

    private static ImageReference image(String resource) {
        return ImageReference.parse(resource);
    }
}
