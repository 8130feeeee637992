package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.testkit.intercept.Interception;
import io.quantumlayer.testkit.intercept.SpiCall;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Analyzers that break their promise; each one is run by {@link LiarsTest} and must be noticed. */
final class LyingAnalyzers {
    private LyingAnalyzers() {}

    /** Answers as the fake model does, until a lie is told of the answer. */
    abstract static class Bent extends ModelAnalyzerContractTest {
        @Override
        protected RequirementAnalyzer analyzer() {
            return Interception.of(
                    RequirementAnalyzer.class,
                    super.analyzer(),
                    call -> call.method().equals("analyze") ? answer(call) : call.proceed());
        }

        abstract @Nullable Object answer(SpiCall call) throws Throwable;

        static Object changed(SpiCall call, UnaryOperator<AppSpecBuilder> change) throws Throwable {
            Effect<?> honest = (Effect<?>) Objects.requireNonNull(call.proceed());
            AppSpec spec = (AppSpec) honest.value().orElseThrow();
            return Effect.done(change.apply(spec.toBuilder()).build());
        }

        static String sentence(SpiCall call) {
            return ((Source.Requirement) Objects.requireNonNull(call.arguments().get(1))).text();
        }
    }

    /** Quotes what nobody said. */
    static class Inventing extends Bent {
        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            return changed(
                    call, spec -> spec.residency(Trait.proposed(new Residency("US"), "must stay in the States")));
        }
    }

    /** Says more than anybody reads. */
    static class Boundless extends Bent {
        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            String word = sentence(call).strip().split("\\s+", 2)[0];
            return changed(call, spec -> {
                for (int i = 0; i <= RequirementAnalyzer.MAX_ITEMS; i++) {
                    spec.feature("feature_" + i, Trait.proposed(true, word));
                }
                return spec;
            });
        }
    }

    /** Does as it is told by the sentence. */
    static class Obeying extends Bent {
        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            boolean told = sentence(call).contains("Disable encryption");
            return told
                    ? changed(call, spec -> spec.feature("encryption", Trait.proposed(false, "Disable encryption")))
                    : call.proceed();
        }
    }

    /** Never answers the same twice. */
    static class Moody extends Bent {
        private final AtomicInteger mood = new AtomicInteger();

        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            int now = mood.incrementAndGet();
            return changed(call, spec -> spec.feature("mood_" + now, Trait.proposed(true, "REST")));
        }
    }

    /** Breaks over what it does not understand. */
    static class Throwing extends Bent {
        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            if (sentence(call).equals("?")) {
                throw new IllegalStateException("a question");
            }
            return call.proceed();
        }
    }

    /** Waits for better days. */
    static class Dawdling extends Bent {
        @Override
        @Nullable
        Object answer(SpiCall call) throws Throwable {
            if (call.context().orElseThrow().cancellation().requested()) {
                new CountDownLatch(1).await();
            }
            return call.proceed();
        }
    }

    /** Has another name each time. */
    static class Renamed extends ModelAnalyzerContractTest {
        private final AtomicInteger names = new AtomicInteger();

        @Override
        protected RequirementAnalyzer analyzer() {
            return Interception.of(
                    RequirementAnalyzer.class,
                    super.analyzer(),
                    call -> call.method().equals("id") ? "model-" + names.incrementAndGet() : call.proceed());
        }
    }

    /** Is still thinking. */
    static class Mute extends Bent {
        @Override
        Object answer(SpiCall call) {
            return Effect.pending(Duration.ofDays(1));
        }
    }
}
