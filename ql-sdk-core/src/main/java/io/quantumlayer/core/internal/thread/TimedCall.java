package io.quantumlayer.core.internal.thread;

import io.quantumlayer.api.spi.CallContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of an extension on a thread of a pool, heard until its time is over; then its thread is interrupted and its
 * context cancelled. The wait for a free thread does not count as the call's own time. For one thread.
 *
 * @param <T> what the call gives
 */
public final class TimedCall<T extends @Nullable Object> implements AutoCloseable {
    private final CallContext context;
    private final Duration limit;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicLong since = new AtomicLong();
    private final Future<T> answer;

    private TimedCall(DaemonPool threads, CallContext context, Duration limit, Function<CallContext, T> call) {
        this.context = context;
        this.limit = limit;
        this.answer = threads.submit(() -> {
            since.set(System.nanoTime());
            begun.countDown();
            return call.apply(context.within(limit)
                    .cancelledBy(() -> over.get() || context.cancellation().requested()));
        });
    }

    /**
     * Begins a call.
     *
     * @param threads where it runs
     * @param context the context whose deadline and cancellation it has to keep
     * @param limit how long it may take
     * @param call the call, which is handed the context within the limit
     * @param <T> what it gives
     * @return the call, to be closed by the caller
     * @throws RejectedExecutionException if the pool is closed
     */
    public static <T extends @Nullable Object> TimedCall<T> begin(
            DaemonPool threads, CallContext context, Duration limit, Function<CallContext, T> call) {
        return new TimedCall<>(threads, context, limit, call);
    }

    /**
     * Waits for the answer.
     *
     * @return the answer
     * @throws TimeoutException with a message that says which time is over
     * @throws InterruptedException if the waiting thread was interrupted
     * @throws ExecutionException if the call threw
     */
    public T await() throws TimeoutException, InterruptedException, ExecutionException {
        if (!begun.await(context.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("it did not come to answer in time");
        }
        long left = limit.toNanos() - (System.nanoTime() - since.get());
        try {
            return answer.get(Math.max(0, Math.min(left, context.remaining().toNanos())), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            TimeoutException told = new TimeoutException("it did not answer in time");
            told.initCause(e);
            throw told;
        }
    }

    /** Ends the call, if it still goes on. */
    @Override
    public void close() {
        over.set(true);
        answer.cancel(true);
    }
}
