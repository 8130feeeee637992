package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageVerification;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignedStatement;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.core.internal.codec.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the image of an artifact, one effect a call, each with a key, an intent and a result of its own: packed on this
 * machine, pushed, signed, and each statement attested. Then all of it is verified, in no way but as a stranger would.
 */
public final class ImageLine {
    private final ImageSupply supply;
    private final ImagePacking packing;
    private final ImagePublishing publishing;

    /**
     * Creates the line.
     *
     * @param supply what makes images
     * @param artifacts where the artifacts are
     * @param scans what looks through them
     * @param room a folder for packed and unpacked images
     */
    public ImageLine(ImageSupply supply, ArtifactStore artifacts, SourceScans scans, Path room) {
        this.supply = supply;
        this.packing = new ImagePacking(supply, artifacts, scans, room.resolve("packed"));
        this.publishing = new ImagePublishing(supply, packing, room.resolve("unpacked"));
    }

    /**
     * An image that is signed and attested.
     *
     * @param image the image by digest
     * @param evidence what proves it
     * @param summary one readable line
     */
    record Made(ImageReference image, List<Evidence> evidence, String summary) {}

    /** Makes at most one effect; done once all of them stand and are verified. */
    Effect<Made> make(StepScope scope, BuildStep.Order order, BuiltArtifact built) {
        Optional<ImagePacking.Packed> packed = packing.known(scope);
        if (packed.isEmpty()) {
            return onward(packing.pack(scope, order, built));
        }
        ImageReference image = image(scope, packed.get().digest());
        ImagePublishing.Subject subject = new ImagePublishing.Subject(order, built, packed.get(), image);
        for (Publication part : publishing.parts(scope, subject)) {
            if (!part.stands()) {
                return onward(part.make());
            }
        }
        packing.discard(scope);
        return verified(scope, image, packed.get().gate());
    }

    /** Removes what was packed for a run and is of no use any more. */
    void discard(StepScope scope) {
        packing.discard(scope);
    }

    boolean keepsImages() {
        return supply.keepsImages();
    }

    ImageRegistry registry() {
        return supply.registry();
    }

    private static Effect<Made> onward(Effect<Map<String, String>> made) {
        return made.fold(done -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
    }

    private ImageReference image(StepScope scope, Digest digest) {
        ImageReference above = supply.repository();
        String path = above.repository() + "/" + scope.application().tenant() + "/"
                + scope.application().name();
        return new ImageReference(above.registry(), path, Optional.empty(), Optional.of(digest));
    }

    private Effect<Made> verified(StepScope scope, ImageReference image, String allowed) {
        List<SignatureVerdict> verdicts = verdicts(scope, image);
        Optional<SignatureVerdict.Refused> refused = refused(verdicts);
        if (refused.isPresent()) {
            return Effect.failed(failure(image, refused.get()));
        }
        List<SignatureVerdict.Verified> all = verdicts.stream()
                .flatMap(verdict -> verdict.fold(Stream::of, none -> Stream.<SignatureVerdict.Verified>empty()))
                .toList();
        List<Evidence> evidence = new ArrayList<>();
        String check = "; check it with: " + supply.signing().check(image);
        evidence.add(seen(scope, image, new Proof(Claim.IMAGE_SIGNED, all.get(0).signer(), check)));
        List<String> said = new ArrayList<>();
        for (SignatureVerdict.Verified proved : all.subList(1, all.size())) {
            SignedStatement statement = proved.statement().orElseThrow();
            String summary = supply.statements().summary(statement.predicateType(), statement.json());
            String about = "; " + statement.predicateType() + ": " + summary;
            evidence.add(seen(scope, image, new Proof(Claim.IMAGE_ATTESTED, proved.signer(), about)));
            said.add(summary);
        }
        return Effect.done(
                new Made(image, evidence, "image " + image + ", " + allowed + "; " + String.join("; ", said)));
    }

    /**
     * What a verdict proves.
     *
     * @param claim the claim
     * @param signer who signed
     * @param more what else is to be said
     */
    private record Proof(Claim claim, String signer, String more) {}

    private static Evidence seen(StepScope scope, ImageReference image, Proof proof) {
        Digest raw = Digest.of(Json.write(List.of(image, proof.signer(), proof.more())));
        return scope.evidence(
                proof.claim(),
                image.digest().orElseThrow(),
                new Witness.Seen("verify", PublishedImages.ID, raw, "signed by " + proof.signer() + proof.more()));
    }

    /** Says what is not proved of an image right now, or nothing if it may be started. */
    Optional<Failure> unproved(StepScope scope, ImageReference image) {
        return refused(verdicts(scope, image)).map(refused -> failure(image, refused));
    }

    /** The verdict on the signature first, then those on the statements. */
    private List<SignatureVerdict> verdicts(StepScope scope, ImageReference image) {
        ImageVerification verification = supply.verification();
        List<SignatureVerdict> verdicts = new ArrayList<>();
        verdicts.add(verification.signature(scope.context(), image));
        supply.statements()
                .predicateTypes()
                .forEach(type -> verdicts.add(verification.attestation(scope.context(), image, type)));
        return verdicts;
    }

    private static Optional<SignatureVerdict.Refused> refused(List<SignatureVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.fold(
                        verified -> Optional.<SignatureVerdict.Refused>empty().stream(),
                        refused -> Optional.of(refused).stream()))
                .findFirst();
    }

    private static Failure failure(ImageReference image, SignatureVerdict.Refused refused) {
        return Failure.of(ErrorType.VALIDATION, "image.unverified", "the image " + image + " is not proved: " + refused)
                .notRetryable();
    }
}
