package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.run.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers the decoded request of each run while its steps follow each other, because a plan is checked as a whole
 * whenever it is decoded. A request never changes within a run. Thread-safe.
 */
final class Requests {
    private final Map<RunId, Object> decoded = new ConcurrentHashMap<>();

    <T> T of(RunId run, Class<T> type, Supplier<T> decode) {
        Object known = decoded.get(run);
        if (known == null) {
            known = decode.get();
            decoded.put(run, known);
        }
        return type.cast(known);
    }

    /** Returns what is remembered of a run. */
    Optional<Object> known(RunId run) {
        return Optional.ofNullable(decoded.get(run));
    }

    /** Forgets a run that has ended or waits. */
    void forget(RunId run) {
        decoded.remove(run);
    }
}
