package io.quantumlayer.testkit.intercept;

import io.quantumlayer.api.spi.extension.ExtensionFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Puts an interceptor around an extension, be it a fake or a real one. */
public final class Interception {
    private Interception() {}

    /**
     * Puts an interceptor around every call of an object.
     *
     * @param type the interface to keep
     * @param target what does the work
     * @param interceptor what stands around it
     * @param <T> the interface
     * @return the object behind its interceptor
     */
    public static <T> T of(Class<T> type, T target, CallInterceptor interceptor) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Handler(type, target, interceptor)));
    }

    /**
     * Puts an interceptor around every call of what a factory creates.
     *
     * @param factoryType the factory's interface, such as {@code ProviderFactory}
     * @param type the interface of what it creates, such as {@code Provider}
     * @param factory the factory
     * @param interceptor what stands around the extension
     * @param <T> the kind of extension
     * @param <F> the kind of factory
     * @return a factory of the same id and settings
     */
    public static <T, F extends ExtensionFactory<T>> F factory(
            Class<F> factoryType, Class<T> type, F factory, CallInterceptor interceptor) {
        return of(factoryType, factory, call -> {
            Object answer = call.proceed();
            return type.isInstance(answer) ? of(type, type.cast(answer), interceptor) : answer;
        });
    }

    /** Turns a call of the proxy into one that an interceptor sees. */
    private record Handler(Class<?> type, Object target, CallInterceptor interceptor) implements InvocationHandler {
        private static final Object[] NOTHING = {};

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            @Nullable Object[] given = arguments == null ? NOTHING : arguments;
            SpiCall call = new SpiCall(type, method, given, target);
            return method.getDeclaringClass() == Object.class ? objectMethod(proxy, call) : interceptor.around(call);
        }

        @SuppressWarnings("ReferenceEquality") // A proxy equals itself alone.
        private @Nullable Object objectMethod(Object proxy, SpiCall call) throws Throwable {
            return call.method().equals("equals") ? proxy == call.arguments().get(0) : call.proceed();
        }
    }
}
