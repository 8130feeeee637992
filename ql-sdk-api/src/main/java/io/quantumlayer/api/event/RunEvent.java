package io.quantumlayer.api.event;

import io.quantumlayer.api.run.RunId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened in a run. Events of a run are ordered by {@link #sequence()}, and reading them again from the
 * journal gives equal events. They never hold a secret.
 *
 * @param run the run
 * @param sequence the position within the run, from 0
 * @param at when it happened
 * @param type what happened
 * @param details ordered details: {@code step}, {@code message}, {@code attempt}, {@code operation}, {@code outcome}
 *     and others by type
 */
public record RunEvent(RunId run, long sequence, Instant at, Type type, Map<String, String> details) {
    /** What happened. */
    public enum Type {
        /** The run began. */
        RUN_STARTED,
        /** A step began, or began again. */
        STEP_STARTED,
        /** A step waits for something that takes time; told once each time the step begins. */
        STEP_WAITING,
        /** A step ended. */
        STEP_ENDED,
        /** A step failed. */
        STEP_FAILED,
        /** A failed step will be tried again after a delay. */
        RETRY_PLANNED,
        /** The run gives up a placement and removes what it left there. */
        FALLBACK,
        /** An effect on the outside is about to be made. */
        EFFECT_INTENDED,
        /** An effect's outcome is known. */
        EFFECT_ENDED,
        /** The run has decided and waits for somebody's approval before its first effect. */
        APPROVAL_REQUESTED,
        /** Somebody approved what the run decided. */
        APPROVED,
        /** The caller asked for the end of the run. */
        CANCEL_REQUESTED,
        /** The run ended. */
        RUN_ENDED
    }

    /** Copies the map in order. */
    public RunEvent {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * Returns a detail.
     *
     * @param key its name
     * @return its value, or the empty text where there is none
     */
    public String detail(String key) {
        return details.getOrDefault(key, "");
    }
}
