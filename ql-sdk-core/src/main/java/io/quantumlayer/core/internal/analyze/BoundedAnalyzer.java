package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.internal.thread.DaemonPool;
import io.quantumlayer.core.internal.thread.TimedCall;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks one installed analyzer on threads of its own, and hears no answer that is late or none. */
final class BoundedAnalyzer implements AutoCloseable {
    private final RequirementAnalyzer analyzer;
    private final String id;
    private final Duration limit;
    private final DaemonPool threads;

    BoundedAnalyzer(RequirementAnalyzer analyzer, String id, Duration limit) {
        this.analyzer = analyzer;
        this.id = id;
        this.limit = limit;
        this.threads = new DaemonPool("ql-analyzer-" + id);
    }

    String id() {
        return id;
    }

    TimedCall<@Nullable Effect<AppSpec>> ask(CallContext context, Source.Requirement requirement) {
        return TimedCall.begin(threads, context, limit, bounded -> analyzer.analyze(bounded, requirement));
    }

    /** Waits for its proposals; a remark says why there are none. */
    Optional<AppSpec> proposals(TimedCall<@Nullable Effect<AppSpec>> call, Hearing hearing)
            throws InterruptedException {
        try {
            Effect<AppSpec> answer = call.await();
            if (answer == null) {
                return silent(hearing, "it gave no answer");
            }
            return answer.fold(
                    Optional::of,
                    later -> silent(hearing, "its answer is still to come"),
                    failure -> silent(hearing, told(failure)));
        } catch (TimeoutException e) {
            return silent(hearing, String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return silent(hearing, "it broke: " + cause.getClass().getSimpleName());
        }
    }

    /** Its message may repeat what a stranger wrote. */
    private static String told(Failure failure) {
        return "it failed: " + failure.type() + ", " + Hearing.shown(failure.code());
    }

    private static Optional<AppSpec> silent(Hearing hearing, String why) {
        hearing.remark("proposes nothing: " + why);
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.close();
    }
}
