package io.quantumlayer.monitoring.internal.local;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The process of a release by its number and by what a stranger of the same number would not have.
 *
 * @param pid its number
 * @param release the release's id, which stands in the environment of its application
 * @param startedAt when it began, if the provider tells
 */
record WantedProcess(long pid, String release, Optional<Instant> startedAt) {
    /** The process table rounds, and so does whoever wrote the time down. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final int LONGEST_PID = 10;

    /** Takes the attributes {@code pid} and, if there is one, {@code startedAt}; empty if they name no process. */
    static Optional<WantedProcess> of(String release, Map<String, String> attributes) {
        String pid = attributes.getOrDefault("pid", "");
        if (!pid.matches("[0-9]{1," + LONGEST_PID + "}")) {
            return Optional.empty();
        }
        try {
            Optional<Instant> startedAt =
                    Optional.ofNullable(attributes.get("startedAt")).map(Instant::parse);
            return Optional.of(new WantedProcess(Long.parseLong(pid), release, startedAt));
        } catch (DateTimeException e) {
            return Optional.empty(); // a time that cannot be compared would let a stranger pass
        }
    }

    /** Whether the running process of this number began when it should have; empty if nobody can tell. */
    Optional<Boolean> began() {
        return startedAt.flatMap(expected -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(actual -> Duration.between(expected, actual).abs().compareTo(ROUNDING) <= 0));
    }
}
