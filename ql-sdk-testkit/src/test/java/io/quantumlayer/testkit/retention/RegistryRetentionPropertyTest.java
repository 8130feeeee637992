package io.quantumlayer.testkit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.Kept;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import io.quantumlayer.core.RegistryRetention;
import io.quantumlayer.testkit.intercept.Interception;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegistryRetentionPropertyTest {
    private static final int REPOSITORIES = 200;

    @Test
    void deletesExactlyWhatNothingThatStaysNeeds() {
        int deleted = 0;
        int inUse = 0;
        for (long seed = 1; seed <= REPOSITORIES; seed++) {
            RandomRepository repository = new RandomRepository(seed);
            ImageRetention rule = repository.rule();
            KeepOracle oracle = new KeepOracle(repository, rule);
            RetentionPlan plan = plan(repository, rule);
            Set<Digest> doomed = doomed(plan);
            Set<Digest> free = new TreeSet<>(oracle.found());
            free.removeAll(oracle.kept());
            if (repository.isTangled()) {
                assertThat(free).as("seed %s", seed).containsAll(doomed);
            } else {
                assertThat(doomed).as("seed %s", seed).isEqualTo(free);
            }
            Set<Digest> told = plan.kept().stream().map(Kept::digest).collect(Collectors.toCollection(TreeSet::new));
            told.addAll(doomed);
            assertThat(told).as("all that seed %s has is named", seed).isEqualTo(oracle.found());
            deleted += doomed.size();
            inUse += rule.inUse().size();
        }
        assertThat(deleted).as("manifests that go").isGreaterThan(REPOSITORIES);
        assertThat(inUse).as("digests in use").isGreaterThan(REPOSITORIES / 4);
    }

    @Test
    void leavesEverythingWholeWhereverItStopsAndGoesOnFromThere() {
        int stops = 0;
        for (long seed = 1; seed <= REPOSITORIES; seed++) {
            int deletions = stoppedAfter(seed, 0);
            for (int after = 1; after <= deletions; after++) {
                stoppedAfter(seed, after);
            }
            stops += deletions;
        }
        assertThat(stops).isGreaterThan(REPOSITORIES);
    }

    @Test
    void hasNothingToDoTwice() {
        for (long seed = 1; seed <= REPOSITORIES; seed++) {
            RandomRepository repository = new RandomRepository(seed);
            ImageRetention rule = repository.rule();
            carryOut(repository.registry(), plan(repository, rule));

            assertThat(plan(repository, rule).deletions()).as("seed %s", seed).isEmpty();
        }
    }

    /** Stops after some deletions, looks, and goes on; returns how many deletions were planned. */
    private static int stoppedAfter(long seed, int after) {
        RandomRepository repository = new RandomRepository(seed);
        ImageRetention rule = repository.rule();
        KeepOracle oracle = new KeepOracle(repository, rule);
        RetentionPlan plan = plan(repository, rule);
        RetentionResult stopped = carryOut(breaking(repository.registry(), after), plan);
        assertThat(stopped.deleted())
                .as("seed %s, stopped after %s", seed, after)
                .isEqualTo(plan.deletions().subList(0, after));
        assertWhole(repository, oracle, "seed " + seed + ", stopped after " + after);

        RetentionResult resumed = carryOut(repository.registry(), plan);
        assertThat(resumed.kind()).isEqualTo(RetentionResult.Kind.DONE);
        assertThat(doomed(plan)).as("seed %s, gone on", seed).noneMatch(repository::has);
        assertThat(oracle.kept()).as("seed %s, gone on", seed).allMatch(repository::has);
        return plan.deletions().size();
    }

    private static void assertWhole(RandomRepository repository, KeepOracle oracle, String when) {
        Set<Digest> found = oracle.found();
        for (Digest digest : found) {
            List<Digest> owned =
                    oracle.owned(digest).stream().filter(found::contains).toList();
            assertThat(!repository.has(digest) || owned.stream().allMatch(repository::has))
                    .as("%s has all it had, %s", digest, when)
                    .isTrue();
        }
        assertThat(oracle.kept()).as(when).allMatch(repository::has);
    }

    private static ImageRegistry breaking(ImageRegistry registry, int after) {
        AtomicInteger count = new AtomicInteger();
        return Interception.of(ImageRegistry.class, registry, call -> {
            if (call.method().equals("delete") && count.getAndIncrement() >= after) {
                throw new QuantumLayerException(Failure.of(ErrorType.NETWORK, "test.network", "the cable is cut"));
            }
            return call.proceed();
        });
    }

    private static RetentionPlan plan(RandomRepository repository, ImageRetention rule) {
        return RegistryRetention.of(repository.registry()).plan(RandomRepository.call(), RandomRepository.PLACE, rule);
    }

    private static RetentionResult carryOut(ImageRegistry registry, RetentionPlan plan) {
        return RegistryRetention.of(registry).carryOut(RandomRepository.call(), plan, Set.of());
    }

    private static Set<Digest> doomed(RetentionPlan plan) {
        return plan.deletions().stream().map(Deletion::digest).collect(Collectors.toCollection(TreeSet::new));
    }
}
