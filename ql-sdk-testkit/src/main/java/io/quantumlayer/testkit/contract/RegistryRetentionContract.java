package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.Kept;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import io.quantumlayer.core.RegistryRetention;
import io.quantumlayer.testkit.intercept.Interception;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the retention of images promises on a registry that deletes. */
public abstract class RegistryRetentionContract {
    private final KitTime time = KitTime.real();
    private final KitCalls calls = new KitCalls(time);
    private ImageRegistry registry;
    private ImageReference repository;
    private KitImages images;

    /** Only for subclasses. */
    protected RegistryRetentionContract() {}

    /**
     * Opens the registry under test.
     *
     * @return the client of a registry that deletes
     */
    protected abstract ImageRegistry registry();

    /**
     * Names a repository.
     *
     * @return a reference in a repository that is empty and that no other test uses
     */
    protected abstract ImageReference repository();

    @BeforeEach
    final void open() {
        registry = registry();
        repository = repository();
        images = new KitImages(registry, repository, this::call);
    }

    @Test
    @DisplayName("the newest stay with all that refers to them, older ones go with all that refers to them")
    final void keepsByNumber() {
        Signed old = new Signed("old", 30);
        Signed middle = new Signed("middle", 20);
        Signed fresh = new Signed("fresh", 10);
        RetentionPlan plan = plan(ImageRetention.ofNewest(2));
        assertThat(plan.deletions()).extracting(Deletion::digest).containsAll(old.digests());
        assertThat(plan.deletions().get(0).digest())
                .as("the image goes before what signs it")
                .isEqualTo(old.image.digest());
        assertThat(plan).as("planned again").isEqualTo(plan(ImageRetention.ofNewest(2)));
        assertThat(old.digests()).as("planning deletes nothing").allMatch(images::has);
        RetentionResult result = carryOut(registry, plan);
        assertThat(result.kind()).isEqualTo(RetentionResult.Kind.DONE);
        assertThat(old.digests()).noneMatch(images::has);
        assertThat(middle.digests()).allMatch(images::has);
        assertThat(fresh.digests()).allMatch(images::has);
        assertThat(reason(result, fresh.image)).hasValue(KeepReason.NEWEST);
        assertThat(reason(result, fresh.note)).hasValue(KeepReason.REFERRED);
        assertThat(plan(ImageRetention.ofNewest(2)).deletions()).isEmpty();
    }

    @Test
    @DisplayName("with an age, what is beyond the number stays until it is older than that")
    final void keepsByAge() {
        images.tag("newest", images.image("newest", ago(1)));
        RegistryManifest young = images.tag("young", images.image("young", ago(5)));
        RegistryManifest old = images.tag("old", images.image("old", ago(50)));
        RetentionPlan plan = plan(ImageRetention.ofNewest(1).withAge(Duration.ofDays(7)));
        assertThat(plan.deletions()).extracting(Deletion::digest).containsExactly(old.digest());
        assertThat(reason(carryOut(registry, plan), young)).hasValue(KeepReason.YOUNG);
    }

    @Test
    @DisplayName("an image that says no age, the epoch or the future stays, is named, and takes nobody's place")
    final void keepsWhatSaysNoAge() {
        List<RegistryManifest> unknown = List.of(
                images.tag("epoch", images.image("epoch", "1970-01-01T00:00:00Z")),
                images.tag("none", images.image("none", "yesterday")),
                images.tag("future", images.image("future", ago(-400))));
        RegistryManifest newest = images.tag("newest", images.image("newest", ago(10)));
        RegistryManifest old = images.tag("old", images.image("old", ago(20)));
        RetentionResult result = carryOut(registry, plan(ImageRetention.ofNewest(1)));
        assertThat(unknown).allSatisfy(m -> assertThat(reason(result, m)).hasValue(KeepReason.UNKNOWN_AGE));
        assertThat(images.has(newest)).isTrue();
        assertThat(images.has(old)).isFalse();
    }

    @Test
    @DisplayName("what is in use stays with its signatures, and with the index that holds it")
    final void keepsWhatIsInUse() {
        Signed running = new Signed("running", 40);
        RegistryManifest platform = images.image("platform", ago(50));
        RegistryManifest other = images.image("other", ago(50));
        RegistryManifest index = images.tag("multi", images.index(platform, other));
        images.tag("newest", images.image("newest", ago(1)));
        Set<Digest> inUse = Set.of(running.image.digest(), platform.digest());
        RetentionPlan plan = plan(ImageRetention.ofNewest(1).withInUse(inUse));
        assertThat(plan.deletions()).isEmpty();
        assertThat(running.digests()).allMatch(images::has);
        assertThat(List.of(platform, other, index)).allMatch(images::has);
    }

    @Test
    @DisplayName("what came into use after the plan was made stays, whatever the plan says")
    final void keepsWhatCameIntoUse() {
        Signed old = new Signed("old", 40);
        images.tag("newest", images.image("newest", ago(1)));
        RetentionPlan plan = plan(ImageRetention.ofNewest(1));
        RetentionResult result = RegistryRetention.of(registry).carryOut(call(), plan, Set.of(old.image.digest()));
        assertThat(result.deleted()).isEmpty();
        assertThat(reason(result, old.image)).hasValue(KeepReason.IN_USE);
        assertThat(old.digests()).allMatch(images::has);
    }

    @Test
    @DisplayName("a platform image that an index shares with a newer one stays; the index and the rest of it go")
    final void keepsWhatIsShared() {
        RegistryManifest shared = images.image("shared", ago(50));
        RegistryManifest own = images.image("own", ago(40));
        RegistryManifest old = images.tag("1", images.index(shared, own));
        RegistryManifest fresh = images.tag("2", images.index(shared, images.image("fresh", ago(2))));
        RetentionResult result = carryOut(registry, plan(ImageRetention.ofNewest(1)));
        assertThat(result.deleted()).extracting(Deletion::digest).containsExactly(old.digest(), own.digest());
        assertThat(List.of(shared, fresh)).allMatch(images::has);
    }

    @Test
    @DisplayName("an image that gets a tag or a signature after the plan was made stays whole")
    final void keepsWhatChanged() {
        Signed tagged = new Signed("tagged", 40);
        Signed signed = new Signed("signed", 41);
        Signed old = new Signed("old", 42);
        RegistryManifest newest = images.tag("newest", images.image("newest", ago(1)));
        RetentionPlan plan = plan(ImageRetention.ofNewest(1));
        images.tag("production", tagged.image);
        RegistryManifest late = images.note("late", signed.image);
        images.tag("old", newest);
        RetentionResult result = carryOut(registry, plan);
        assertThat(reason(result, tagged.image)).hasValue(KeepReason.CHANGED);
        assertThat(reason(result, signed.image)).hasValue(KeepReason.CHANGED);
        assertThat(tagged.digests()).allMatch(images::has);
        assertThat(signed.digests()).allMatch(images::has);
        assertThat(List.of(late, newest)).allMatch(images::has);
        assertThat(old.digests()).as("its tag moved away from it").noneMatch(images::has);
    }

    @Test
    @DisplayName("a failure in the middle leaves every image whole, and the same plan goes on where it ended")
    final void goesOnAfterAFailure() {
        Signed old = new Signed("old", 42);
        Signed older = new Signed("older", 43);
        Signed newest = new Signed("newest", 1);
        RetentionPlan plan = plan(ImageRetention.ofNewest(1));
        for (int turn = 0; turn < plan.deletions().size(); turn++) {
            Failure failure = Failure.of(ErrorType.NETWORK, "kit.network", "the connection broke");
            RetentionResult result = carryOut(failing(turn == 0 ? 0 : 1, failure), plan);
            assertThat(result.kind()).isEqualTo(RetentionResult.Kind.INCOMPLETE);
            assertThat(result.refused()).hasSize(1);
            for (Signed image : List.of(old, older, newest)) {
                assertThat(!images.has(image.image) || image.digests().stream().allMatch(images::has))
                        .as("whole or gone after a failure in turn %s", turn)
                        .isTrue();
            }
        }
        RetentionResult last = carryOut(registry, plan);
        assertThat(last.kind()).isEqualTo(RetentionResult.Kind.DONE);
        assertThat(last.deleted()).isEqualTo(plan.deletions());
        assertThat(old.digests()).noneMatch(images::has);
        assertThat(older.digests()).noneMatch(images::has);
        assertThat(newest.digests()).allMatch(images::has);
    }

    @Test
    @DisplayName("an image that the registry refuses to delete stays whole and is named, and others go")
    final void namesWhatIsRefused() {
        Signed older = new Signed("locked", 43);
        Signed old = new Signed("old", 42);
        images.tag("newest", images.image("newest", ago(1)));
        RetentionPlan plan = plan(ImageRetention.ofNewest(1));
        Failure failure = Failure.of(ErrorType.AUTHORIZATION, "kit.locked", "the image is locked");
        ImageRegistry locked = Interception.of(ImageRegistry.class, registry, call -> {
            boolean refused =
                    call.method().equals("delete") && call.arguments().contains(repository.at(older.image.digest()));
            if (refused) {
                throw new QuantumLayerException(failure);
            }
            return call.proceed();
        });
        RetentionResult result = carryOut(locked, plan);
        assertThat(result.kind()).isEqualTo(RetentionResult.Kind.INCOMPLETE);
        assertThat(result.refused())
                .extracting(r -> r.deletion().digest(), RetentionResult.Refusal::failure)
                .containsExactly(tuple(older.image.digest(), failure));
        assertThat(older.digests()).allMatch(images::has);
        assertThat(old.digests()).noneMatch(images::has);
    }

    @Test
    @DisplayName("a registry that deletes nothing ends in one outcome, and all is there")
    final void endsOnceWhereNothingIsDeleted() {
        Signed old = new Signed("old", 42);
        Signed older = new Signed("older", 43);
        images.tag("newest", images.image("newest", ago(1)));
        RetentionPlan plan = plan(ImageRetention.ofNewest(1));
        Failure failure = Failure.of(ErrorType.VALIDATION, ImageRegistry.DELETE_UNSUPPORTED, "it does not delete");
        assertThat(carryOut(failing(0, failure), plan).kind()).isEqualTo(RetentionResult.Kind.UNSUPPORTED);
        assertThat(old.digests()).allMatch(images::has);
        assertThat(older.digests()).allMatch(images::has);
    }

    /** Lets some deletions pass, then fails each one. */
    private ImageRegistry failing(int after, Failure failure) {
        AtomicInteger count = new AtomicInteger();
        return Interception.of(ImageRegistry.class, registry, call -> {
            if (call.method().equals("delete") && count.getAndIncrement() >= after) {
                throw new QuantumLayerException(failure);
            }
            return call.proceed();
        });
    }

    private RetentionPlan plan(ImageRetention rule) {
        return RegistryRetention.of(registry).plan(call(), repository, rule);
    }

    private RetentionResult carryOut(ImageRegistry through, RetentionPlan plan) {
        return RegistryRetention.of(through).carryOut(call(), plan, Set.of());
    }

    private static Optional<KeepReason> reason(RetentionResult result, RegistryManifest manifest) {
        return result.kept().stream()
                .filter(k -> k.digest().equals(manifest.digest()))
                .map(Kept::reason)
                .findFirst();
    }

    private CallContext call() {
        return calls.call("retention");
    }

    private String ago(int days) {
        return time.clock()
                .instant()
                .minus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** A tagged image with something that refers to it, something that refers to that, and an older signature. */
    private final class Signed {
        private final RegistryManifest image;
        private final RegistryManifest note;
        private final RegistryManifest noteOfNote;
        private final RegistryManifest signature;

        Signed(String name, int days) {
            image = images.tag(name, images.image(name, ago(days)));
            note = images.note("sbom of " + name, image);
            noteOfNote = images.note("signature of the sbom of " + name, note);
            signature = images.companion("sig", image);
        }

        List<Digest> digests() {
            return List.of(image.digest(), note.digest(), noteOfNote.digest(), signature.digest());
        }
    }
}
