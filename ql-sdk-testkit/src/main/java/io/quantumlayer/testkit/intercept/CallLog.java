package io.quantumlayer.testkit.intercept;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down every call of the extensions it stands around, in the order in which they began. Thread-safe. */
public final class CallLog implements CallInterceptor {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public @Nullable Object around(SpiCall call) throws Throwable {
        calls.add(call.toString());
        return call.proceed();
    }

    /**
     * Returns what was called.
     *
     * @return one line a call, such as {@code Provider.ensure start}
     */
    public List<String> calls() {
        return List.copyOf(calls);
    }
}
