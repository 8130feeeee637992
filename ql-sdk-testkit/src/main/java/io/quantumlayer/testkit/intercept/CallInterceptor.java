package io.quantumlayer.testkit.intercept;

import org.jspecify.annotations.Nullable;

/** Stands around every call of an extension; thread-safe, called on the caller's thread. */
@FunctionalInterface
public interface CallInterceptor {
    /**
     * Makes the call, or answers in its place.
     *
     * @param call the call
     * @return what the caller gets
     * @throws Throwable what the caller is to see; a checked exception the method does not declare reaches it wrapped
     */
    @Nullable
    Object around(SpiCall call) throws Throwable;

    /**
     * Puts this interceptor outside another one.
     *
     * @param inner the one nearer to the extension
     * @return both as one
     */
    default CallInterceptor around(CallInterceptor inner) {
        return call -> around(call.through(inner));
    }
}
