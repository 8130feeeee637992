package io.quantumlayer.api.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How many releases of an application are kept, the current and the previous one always.
 *
 * @param releases how many, 2 to {@value #MAX_RELEASES}
 * @param maxAge after which time a release beyond those two goes earlier, if stated; positive
 */
public record Retention(int releases, Optional<Duration> maxAge) {
    /** The most releases that can be kept. */
    public static final int MAX_RELEASES = 100;

    private static final int MIN_RELEASES = 2;
    private static final Retention DEFAULT = new Retention(MIN_RELEASES, Optional.empty());

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if the number or the age is out of range
     */
    public Retention {
        if (releases < MIN_RELEASES || releases > MAX_RELEASES) {
            throw new InvalidValueException(
                    "keep 2 to " + MAX_RELEASES + " releases",
                    Integer.toString(releases),
                    "2 keeps the current and the previous one");
        }
        Objects.requireNonNull(maxAge, "maxAge");
        if (maxAge.filter(age -> age.isZero() || age.isNegative()).isPresent()) {
            throw new InvalidValueException("keep releases for a positive time", maxAge.toString(), "write P7D");
        }
    }

    /**
     * Returns the retention of a plan that states none: two releases, without an age.
     *
     * @return the default
     */
    public static Retention standard() {
        return DEFAULT;
    }

    /**
     * Keeps a number of releases whatever their age.
     *
     * @param releases how many, 2 to {@value #MAX_RELEASES}
     * @return the retention
     * @throws InvalidValueException if it is out of range
     */
    public static Retention ofReleases(int releases) {
        return new Retention(releases, Optional.empty());
    }
}
