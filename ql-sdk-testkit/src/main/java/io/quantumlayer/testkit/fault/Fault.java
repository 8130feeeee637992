package io.quantumlayer.testkit.fault;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one call. Stateless and thread-safe. */
@FunctionalInterface
public interface Fault {
    /**
     * Answers in place of the call, with or without making it.
     *
     * @param call the call
     * @return what the caller gets
     * @throws Throwable what the caller sees
     */
    @Nullable
    Object strike(StruckCall call) throws Throwable;

    /**
     * Fails before anything is done: as a value where the method answers one, else as an exception.
     *
     * @param failure the failure
     * @return the fault
     */
    static Fault fails(Failure failure) {
        return call -> call.fail(failure);
    }

    /**
     * Throws before anything is done.
     *
     * @param thrown gives what to throw
     * @return the fault
     */
    static Fault throwing(Supplier<? extends Throwable> thrown) {
        return call -> {
            throw thrown.get();
        };
    }

    /**
     * Asks for patience, as a service does that is called too often.
     *
     * @param retryAfter after which time to come back
     * @return the fault
     */
    static Fault throttles(Duration retryAfter) {
        return fails(Failure.of(ErrorType.SERVICE_UNAVAILABLE, "fault.throttled", "too many requests")
                .withRetryAfter(retryAfter));
    }

    /**
     * Blocks until the call is interrupted, then throws.
     *
     * @return the fault
     */
    static Fault hangs() {
        return call -> {
            try {
                call.park();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UncheckedIOException(new InterruptedIOException("hung until it was interrupted"));
        };
    }

    /**
     * Makes the call and loses the answer: the effect is done and the caller sees a broken connection.
     *
     * @return the fault
     */
    static Fault losesAnswer() {
        return call -> {
            call.proceed();
            throw new UncheckedIOException(new java.net.SocketException("Connection reset"));
        };
    }

    /**
     * Makes the call two times and gives the second answer, as a network does that repeats a request.
     *
     * @return the fault
     */
    static Fault twice() {
        return call -> {
            call.proceed();
            return call.proceed();
        };
    }

    /**
     * Gives an answer without making the call.
     *
     * @param answer the answer, of the method's type
     * @return the fault
     */
    static Fault answers(Object answer) {
        return call -> answer;
    }

    /**
     * Makes the call and bends its answer.
     *
     * @param type the type of the answer
     * @param lie what becomes of it
     * @param <T> the type of the answer
     * @return the fault
     */
    static <T> Fault lies(Class<T> type, UnaryOperator<T> lie) {
        return call -> lie.apply(type.cast(Objects.requireNonNull(call.proceed(), "a lie needs a truth")));
    }

    /** A call that is struck. */
    interface StruckCall {
        /**
         * Makes the call.
         *
         * @return its answer
         * @throws Throwable what it throws
         */
        @Nullable
        Object proceed() throws Throwable;

        /**
         * Says how the caller hears of a failure.
         *
         * @param failure the failure
         * @return an {@link Effect} that failed, where the method answers one
         * @throws io.quantumlayer.api.error.QuantumLayerException with the failure, where it does not
         */
        Object fail(Failure failure);

        /**
         * Blocks until the call is interrupted; skipped time passes meanwhile.
         *
         * @throws InterruptedException always, once it is interrupted
         */
        void park() throws InterruptedException;
    }
}
