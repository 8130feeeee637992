package io.quantumlayer.api.spi.process;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a command that was started in a folder.
 *
 * @param kind where it stands
 * @param pid its process id on the host, or -1 if it never ran
 * @param startedAtOrNull when the process began, or null if unknown
 * @param exitCode its exit code once it is {@link Kind#EXITED}, else -1
 */
public record ProcessState(Kind kind, long pid, @Nullable Instant startedAtOrNull, int exitCode) {
    /** Where a command stands. */
    public enum Kind {
        /** Nothing was ever started in the folder under this marker. */
        NEVER_STARTED,
        /** The process of pid, start time and marker is alive. */
        RUNNING,
        /** It ended and left its exit code. */
        EXITED,
        /** It is gone without an exit code, as after a power cut or a kill. */
        VANISHED
    }

    /**
     * Returns when the process began.
     *
     * @return the time, or empty if unknown
     */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAtOrNull);
    }
}
