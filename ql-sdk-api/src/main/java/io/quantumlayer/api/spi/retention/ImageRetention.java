package io.quantumlayer.api.spi.retention;

import io.quantumlayer.api.evidence.Digest;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which images of one repository stay. An image goes only if it is none of the newest, older than the age if one is
 * stated, of a known age, and not in use. What an image is made of and what refers to it stays and goes with it. Equal
 * by value.
 *
 * <p>An image is as old as it says: the later of the annotation {@code org.opencontainers.image.created} and the
 * {@code created} of its configuration, and an index as the newest of its images that say anything. Registries do not
 * tell when something was pushed. Reproducible builds state a fixed time, often the epoch, which tells nothing: a time
 * before 2013, when there were no containers, or one in the future is no age. An image of unknown age always stays, is
 * named as such and takes no place among the newest. An image that states the time of its source, as of a commit, is as
 * old as that source, however lately it was pushed.
 *
 * @param newest how many of the newest tagged images stay whatever their age, 1 to {@value #MAX_NEWEST}; images of one
 *     and the same time stay together
 * @param age how old an image beyond those must be to go; empty if the number alone decides
 * @param inUse the digests of images, indexes or platform images that run or may run again; they stay, with every index
 *     that holds one of them
 */
public record ImageRetention(int newest, Optional<Duration> age, Set<Digest> inUse) {
    /** The most images that can be kept by number. */
    public static final int MAX_NEWEST = 10_000;

    /**
     * Checks the ranges and copies the digests in order.
     *
     * @throws IllegalArgumentException if the number or the age is out of range
     */
    public ImageRetention {
        if (newest < 1 || newest > MAX_NEWEST) {
            throw new IllegalArgumentException("newest: keep 1 to " + MAX_NEWEST + " images, not " + newest);
        }
        Objects.requireNonNull(age, "age");
        if (age.filter(a -> a.isZero() || a.isNegative()).isPresent()) {
            throw new IllegalArgumentException("age: a positive duration such as P30D, not " + age.get());
        }
        inUse = Collections.unmodifiableSet(new TreeSet<>(inUse));
    }

    /**
     * Keeps a number of images, whatever their age, and lets older ones go.
     *
     * @param images how many, 1 to {@value #MAX_NEWEST}
     * @return the retention, with nothing in use
     * @throws IllegalArgumentException if it is out of range
     */
    public static ImageRetention ofNewest(int images) {
        return new ImageRetention(images, Optional.empty(), Set.of());
    }

    /**
     * Returns this retention where only images of more than an age go.
     *
     * @param value the age, positive
     * @return a copy
     * @throws IllegalArgumentException if it is not positive
     */
    public ImageRetention withAge(Duration value) {
        return new ImageRetention(newest, Optional.of(value), inUse);
    }

    /**
     * Returns this retention with other digests in use.
     *
     * @param digests the digests
     * @return a copy
     */
    public ImageRetention withInUse(Set<Digest> digests) {
        return new ImageRetention(newest, age, digests);
    }
}
