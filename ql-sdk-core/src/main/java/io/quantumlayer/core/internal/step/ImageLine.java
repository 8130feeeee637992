package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageOrigin;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.signing.ImageVerification;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the image of an artifact: scanned, built, listed, signed, attested, and verified.
 *
 * <p>Every part can be repeated after a crash: equal files give the digest that is there already, and what the verifier
 * finds good is not signed again.
 */
public final class ImageLine {
    private static final int TAG_DIGITS = 32;

    private final ImageSupply supply;
    private final ArtifactStore artifacts;
    private final SourceScans scans;
    private final Path room;

    /**
     * Creates the line.
     *
     * @param supply what makes images
     * @param artifacts where the artifacts are
     * @param scans what looks through them
     * @param room a folder for unpacked images
     */
    public ImageLine(ImageSupply supply, ArtifactStore artifacts, SourceScans scans, Path room) {
        this.supply = supply;
        this.artifacts = artifacts;
        this.scans = scans;
        this.room = room;
    }

    /**
     * An image that is signed and attested.
     *
     * @param image the image by digest
     * @param evidence what proves it
     * @param summary one readable line
     */
    record Made(ImageReference image, List<Evidence> evidence, String summary) {}

    Made make(StepScope scope, BuildStep.Order order, BuiltArtifact built) {
        Path folder = artifacts.open(built.digest());
        String allowed = scanned(scope, order, folder);
        intend(scope);
        Instant started = scope.now();
        ImageReference target = target(scope, built);
        BuiltImage image = supply.images()
                .build(
                        scope.context(),
                        new ImagePlan(supply).of(folder, order.command()),
                        new ImageTarget.Registry(target),
                        stage -> {});
        ImageReference made = target.at(image.digest());
        ImageOrigin origin = new ImageOrigin(
                scope.run().value(),
                started,
                scope.now(),
                Map.of(
                        "pkg:generic/ql-source", order.source().digest(),
                        "pkg:generic/ql-artifact", built.digest()));
        ImageStatement materials = supply.statements().materials(scope.context(), made, room);
        sign(scope.context(), made, List.of(materials, supply.statements().provenance(origin)));
        List<Evidence> evidence = verified(scope, made, materials.summary());
        String summary = "image " + made + ", " + allowed + "; " + materials.summary();
        return new Made(made, evidence, summary);
    }

    private String scanned(StepScope scope, BuildStep.Order order, Path folder) {
        ScanResult result = scans.scan(scope.context(), folder, order.level());
        String reasons = String.join("; ", result.gate().reasons());
        if (!result.gate().allowed()) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.VALIDATION, "gate.refused", "the gate refused what was built: " + reasons));
        }
        return reasons;
    }

    private void intend(StepScope scope) {
        String key = scope.key("build", "image");
        if (scope.ledger().find(key, Action.BUILD).isEmpty()) {
            Operation operation = new Operation("push", "image", FindBy.NAME, Duration.ZERO, Map.of());
            scope.ledger().intend(new Intent(key, Action.BUILD, "images", operation));
        }
    }

    private ImageReference target(StepScope scope, BuiltArtifact built) {
        ImageReference above = supply.repository();
        String path = above.repository() + "/" + scope.application().tenant() + "/"
                + scope.application().name();
        String tag = built.digest().hex().substring(0, TAG_DIGITS);
        return new ImageReference(above.registry(), path, Optional.of(tag), Optional.empty());
    }

    private void sign(CallContext context, ImageReference image, List<ImageStatement> statements) {
        ImageVerification verification = supply.verification();
        if (!holds(verification.signature(context, image))) {
            supply.signing().sign(context, image);
        }
        for (ImageStatement statement : statements) {
            if (!holds(verification.attestation(context, image, statement.predicateType()))) {
                supply.signing().attest(context, image, statement);
            }
        }
    }

    private static boolean holds(SignatureVerdict verdict) {
        return verdict.fold(verified -> true, refused -> false);
    }

    private List<Evidence> verified(StepScope scope, ImageReference image, String listed) {
        List<Evidence> evidence = new ArrayList<>();
        SignatureVerdict signature = supply.verification().signature(scope.context(), image);
        String check = "; check it with: " + supply.signing().check(image);
        evidence.add(seen(scope, image, Claim.IMAGE_SIGNED, signature, check));
        for (String type : supply.statements().predicateTypes()) {
            SignatureVerdict verdict = supply.verification().attestation(scope.context(), image, type);
            String about = "; " + type
                    + (type.equals(supply.statements().predicateTypes().get(0)) ? ": " + listed : "");
            evidence.add(seen(scope, image, Claim.IMAGE_ATTESTED, verdict, about));
        }
        return evidence;
    }

    private static Evidence seen(
            StepScope scope, ImageReference image, Claim claim, SignatureVerdict verdict, String more) {
        String signer = verdict.fold(verified -> verified.signer(), refused -> {
            throw new QuantumLayerException(failure(image, refused));
        });
        Digest digest = image.digest().orElseThrow();
        Digest raw = Digest.of(Json.write(List.of(image, signer, more)));
        return scope.evidence(claim, digest, new Witness.Seen("verify", "images", raw, "signed by " + signer + more));
    }

    /** Says what is not proved of an image right now, or nothing if it may be started. */
    Optional<Failure> unproved(StepScope scope, ImageReference image) {
        ImageVerification verification = supply.verification();
        List<SignatureVerdict> verdicts = new ArrayList<>();
        verdicts.add(verification.signature(scope.context(), image));
        supply.statements()
                .predicateTypes()
                .forEach(type -> verdicts.add(verification.attestation(scope.context(), image, type)));
        return verdicts.stream()
                .flatMap(verdict -> verdict.fold(
                        verified -> Optional.<SignatureVerdict.Refused>empty().stream(),
                        refused -> Optional.of(refused).stream()))
                .findFirst()
                .map(refused -> failure(image, refused));
    }

    private static Failure failure(ImageReference image, SignatureVerdict.Refused refused) {
        return Failure.of(ErrorType.VALIDATION, "image.unverified", "the image " + image + " is not proved: " + refused)
                .notRetryable();
    }
}
