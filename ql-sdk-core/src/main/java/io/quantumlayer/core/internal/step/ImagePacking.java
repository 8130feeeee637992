package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.core.internal.file.Folders;
import io.quantumlayer.core.internal.gate.Gate;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scans an artifact and packs its image into an OCI layout below home, so that its digest is known before anything goes
 * outside. Packing again gives the same digest.
 */
final class ImagePacking {
    private static final String OPERATION = "pack-image";

    private final ImageSupply supply;
    private final ArtifactStore artifacts;
    private final SourceScans scans;
    private final Path room;

    ImagePacking(ImageSupply supply, ArtifactStore artifacts, SourceScans scans, Path room) {
        this.supply = supply;
        this.artifacts = artifacts;
        this.scans = scans;
        this.room = room;
    }

    /**
     * What was packed.
     *
     * @param digest the image's digest
     * @param gate why the gate let it pass
     * @param started when packing began
     * @param finished when it ended
     */
    record Packed(Digest digest, String gate, Instant started, Instant finished) {
        private Map<String, String> attributes() {
            return Map.of(
                    "digest",
                    digest.toString(),
                    "finished",
                    finished.toString(),
                    "gate",
                    gate,
                    "started",
                    started.toString());
        }

        private static Packed of(Map<String, String> attributes) {
            return new Packed(
                    Digest.parse(attributes.getOrDefault("digest", "")),
                    attributes.getOrDefault("gate", ""),
                    Instant.parse(attributes.getOrDefault("started", "")),
                    Instant.parse(attributes.getOrDefault("finished", "")));
        }
    }

    Optional<Packed> known(StepScope scope) {
        return scope.ledger()
                .find(key(scope), Action.BUILD)
                .flatMap(Entry::result)
                .filter(r -> r.state() == Result.State.DONE)
                .map(r -> Packed.of(r.attributes()));
    }

    Effect<Map<String, String>> pack(StepScope scope, BuildStep.Order order, BuiltArtifact built) {
        Operation operation = new Operation(OPERATION, "image", FindBy.NAME, Duration.ZERO, Map.of());
        Intent intent = new Intent(key(scope), Action.BUILD, PublishedImages.ID, operation);
        return scope.effects().repeat(intent, () -> packed(scope, order, built));
    }

    private Effect<Map<String, String>> packed(StepScope scope, BuildStep.Order order, BuiltArtifact built) {
        Instant started = scope.now();
        InstalledLibraries libraries =
                new InstalledLibraries(artifacts.open(order.source().digest()));
        ScanResult result =
                scans.scan(scope.context(), artifacts.open(built.digest()), order.terms(), libraries::apart);
        List<String> said = new ArrayList<>(result.gate().reasons());
        said.addAll(libraries.notes());
        String reasons = String.join("; ", said);
        if (!result.gate().allowed()) {
            return Effect.failed(Failure.of(
                    ErrorType.VALIDATION,
                    "gate.refused",
                    "the gate refused what was built: " + Gate.told(result.gate())));
        }
        try {
            BuiltImage image = fresh(scope, order, built);
            return Effect.done(new Packed(image.digest(), reasons, started, scope.now()).attributes());
        } catch (QuantumLayerException refused) {
            return Effect.failed(refused.failure());
        }
    }

    /** Returns the packed image, packed once more if its folder was lost; it must still be the same. */
    Path folder(StepScope scope, BuildStep.Order order, BuiltArtifact built, Digest expected) {
        Path folder = folder(scope);
        if (!Files.isDirectory(folder)) {
            Digest digest = fresh(scope, order, built).digest();
            if (!digest.equals(expected)) {
                throw new QuantumLayerException(Failure.of(
                        ErrorType.VALIDATION,
                        "image.changed",
                        "the image was " + expected + " when it was packed and scanned and is " + digest + " now"));
            }
        }
        return folder;
    }

    private BuiltImage fresh(StepScope scope, BuildStep.Order order, BuiltArtifact built) {
        discard(scope);
        try {
            Files.createDirectories(room);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + room, e);
        }
        return supply.images()
                .build(
                        scope.keyed(key(scope)),
                        new ImagePlan(supply).of(artifacts.open(built.digest()), order.command()),
                        new ImageTarget.Layout(folder(scope)),
                        stage -> {});
    }

    void discard(StepScope scope) {
        Folders.delete(folder(scope));
    }

    private Path folder(StepScope scope) {
        return room.resolve(key(scope));
    }

    private static String key(StepScope scope) {
        return scope.key(OPERATION, "image");
    }
}
