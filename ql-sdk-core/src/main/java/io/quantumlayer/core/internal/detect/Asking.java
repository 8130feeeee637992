package io.quantumlayer.core.internal.detect;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Detection.Status;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.thread.DaemonPool;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider on threads of its own, so that one that hangs holds up nobody else. That it is ready for a tenant
 * stands for a moment, so that thousands of runs at once ask once; any other answer is asked for again. Thread-safe.
 */
final class Asking implements AutoCloseable {
    private static final Duration STANDS = Duration.ofSeconds(5);
    private static final int MOST_TENANTS = 1000;

    private final ProviderCalls calls;
    private final String id;
    private final DaemonPool threads;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();

    /**
     * An answer that stands for a moment.
     *
     * @param answer that the provider is ready
     * @param at when it was asked for
     */
    private record Ready(Detection answer, Instant at) {
        boolean stands(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(STANDS));
        }
    }

    Asking(ProviderCalls calls) {
        this.calls = calls;
        this.id = calls.provider().id();
        this.threads = new DaemonPool("ql-detect-" + id);
    }

    Question ask(CallContext context) {
        String tenant = context.run().application().tenant();
        Instant now = context.clock().instant();
        Ready known = ready.get(tenant);
        if (known != null && known.stands(now) && !threads.isClosed()) {
            return new Question(CompletableFuture.completedFuture(known.answer()));
        }
        try {
            return new Question(threads.submit(() -> remembered(tenant, now, answer(context))));
        } catch (RejectedExecutionException closed) {
            return new Question(null);
        }
    }

    private Detection remembered(String tenant, Instant asked, Detection answer) {
        if (ready.size() >= MOST_TENANTS) {
            ready.clear();
        }
        if (answer.status() == Status.READY) {
            ready.put(tenant, new Ready(answer, asked));
        } else {
            ready.remove(tenant);
        }
        return answer;
    }

    private Detection answer(CallContext context) {
        return calls.value("detect", () -> calls.provider().detect(context))
                .fold(
                        found -> found.providerId().equals(id)
                                ? found
                                : unknown("it answered for another provider, " + found.providerId()),
                        wait -> unknown("it gave no answer"),
                        failure -> unknown(failure.message()));
    }

    private Detection unknown(String why) {
        return new Detection(id, Status.UNKNOWN, "nobody knows whether " + id + " can be used: " + why, Map.of());
    }

    @Override
    public void close() {
        threads.close();
    }

    /** A question on its way; none if the detector was closed. */
    final class Question {
        private final @Nullable Future<Detection> answer;

        private Question(@Nullable Future<Detection> answer) {
            this.answer = answer;
        }

        Detection await(long end) {
            if (answer == null) {
                return unknown("the library is closed");
            }
            try {
                return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return unknown("it did not answer in time");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unknown("the question was interrupted");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error fatal) {
                    throw fatal;
                }
                return unknown(String.valueOf(e.getCause()));
            }
        }

        void cancel() {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }
}
