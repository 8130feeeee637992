package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.image.ImageOrigin;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The effects of one image on its registry, in their order. */
final class ImagePublishing {
    private static final int TAG_DIGITS = 32;

    private final ImageSupply supply;
    private final ImagePacking packing;
    private final Path unpacked;

    ImagePublishing(ImageSupply supply, ImagePacking packing, Path unpacked) {
        this.supply = supply;
        this.packing = packing;
        this.unpacked = unpacked;
    }

    /**
     * What is published.
     *
     * @param order what was to be built
     * @param built what was built
     * @param packed what was packed
     * @param image where it goes, by digest
     */
    record Subject(BuildStep.Order order, BuiltArtifact built, ImagePacking.Packed packed, ImageReference image) {}

    List<Publication> parts(StepScope scope, Subject subject) {
        List<Publication> parts = new ArrayList<>();
        parts.add(image(scope, subject));
        parts.add(signature(scope, subject.image()));
        List<String> types = supply.statements().predicateTypes();
        parts.add(statement(scope, subject.image(), types.get(0), this::materials));
        ImageOrigin origin = origin(scope, subject);
        parts.add(statement(
                scope,
                subject.image(),
                types.get(1),
                about -> supply.statements().provenance(origin)));
        return parts;
    }

    /** The tag keeps a registry from clearing away what has none; nothing is ever read by it. */
    private Publication image(StepScope scope, Subject subject) {
        ImageReference image = subject.image();
        Digest digest = image.digest().orElseThrow();
        ImageReference tagged = image.tagged("ql-" + digest.hex().substring(0, TAG_DIGITS));
        Action action = supply.keepsImages() ? Action.ATTEST : Action.PUBLISH;
        Intent intent = Publication.intent(scope, new Publication.What(action, "push-image"), image);
        return new Publication(
                scope,
                intent,
                context -> supply.images()
                        .push(context, packing.folder(scope, subject.order(), subject.built(), digest), tagged),
                context -> supply.registry().manifest(context, image).isPresent());
    }

    private Publication signature(StepScope scope, ImageReference image) {
        Intent intent = Publication.intent(scope, new Publication.What(Action.ATTEST, "sign-image"), image);
        return new Publication(
                scope,
                intent,
                context -> supply.signing().sign(context, image),
                context -> holds(supply.verification().signature(context, image)));
    }

    private Publication statement(
            StepScope scope, ImageReference image, String type, Function<Said, ImageStatement> content) {
        Intent intent = Publication.intent(scope, new Publication.What(Action.ATTEST, "attest " + type), image);
        return new Publication(
                scope,
                intent,
                context -> supply.signing().attest(context, image, content.apply(new Said(context, image))),
                context -> holds(supply.verification().attestation(context, image, type)));
    }

    /**
     * What a statement is about.
     *
     * @param context the call
     * @param image the image
     */
    private record Said(CallContext context, ImageReference image) {}

    private ImageStatement materials(Said about) {
        return supply.statements().materials(about.context(), about.image(), unpacked);
    }

    private static ImageOrigin origin(StepScope scope, Subject subject) {
        return new ImageOrigin(
                scope.run().value(),
                subject.packed().started(),
                subject.packed().finished(),
                Map.of(
                        "pkg:generic/ql-source", subject.order().source().digest(),
                        "pkg:generic/ql-artifact", subject.built().digest()));
    }

    private static boolean holds(SignatureVerdict verdict) {
        return verdict.fold(verified -> true, refused -> false);
    }
}
