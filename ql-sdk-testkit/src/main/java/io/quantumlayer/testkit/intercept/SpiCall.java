package io.quantumlayer.testkit.intercept;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of an extension on its way. Immutable; {@link #proceed()} may be used never, once or again. */
public final class SpiCall {
    private final Class<?> type;
    private final Method method;
    private final @Nullable Object[] arguments;
    private final Target target;

    SpiCall(Class<?> type, Method method, @Nullable Object[] arguments, Object target) {
        this(type, method, arguments, call -> invoked(method, target, arguments));
    }

    private SpiCall(Class<?> type, Method method, @Nullable Object[] arguments, Target target) {
        this.type = type;
        this.method = method;
        this.arguments = arguments;
        this.target = target;
    }

    /** What a call reaches in the end. */
    @FunctionalInterface
    private interface Target {
        @Nullable
        Object call(SpiCall call) throws Throwable;
    }

    private static @Nullable Object invoked(Method method, Object target, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /**
     * Returns which kind of extension is called.
     *
     * @return its interface
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Returns which method is called.
     *
     * @return its name
     */
    public String method() {
        return method.getName();
    }

    /**
     * Returns what it is called with.
     *
     * @return the arguments in order, unmodifiable
     */
    public List<@Nullable Object> arguments() {
        return Collections.unmodifiableList(new ArrayList<@Nullable Object>(Arrays.asList(arguments)));
    }

    /**
     * Returns the call's context.
     *
     * @return the context, or empty for the few methods without one
     */
    public Optional<CallContext> context() {
        return first(CallContext.class);
    }

    /**
     * Returns the id of the operation it is about.
     *
     * @return the id, or the empty text if it is about none
     */
    public String operation() {
        return first(Operation.class).map(Operation::id).orElse("");
    }

    /**
     * Says whether the answer is an {@link Effect}, so that a failure can be a value.
     *
     * @return whether it is
     */
    public boolean answersEffect() {
        return method.getReturnType() == Effect.class;
    }

    /**
     * Makes the call.
     *
     * @return what it answers
     * @throws Throwable what it throws
     */
    public @Nullable Object proceed() throws Throwable {
        return target.call(this);
    }

    SpiCall through(CallInterceptor inner) {
        return new SpiCall(type, method, arguments, outer -> inner.around(this));
    }

    private <T> Optional<T> first(Class<T> wanted) {
        return Arrays.stream(arguments)
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst();
    }

    @Override
    public String toString() {
        String operation = operation().isEmpty() ? "" : " " + operation();
        return type.getSimpleName() + "." + method.getName() + operation;
    }
}
