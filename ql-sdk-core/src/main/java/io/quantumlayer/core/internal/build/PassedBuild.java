package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.builder.EarlierBuild;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The record of a build that passed whole.
 *
 * @param key what went into it
 * @param source the digest of its source
 * @param built what it gave
 * @param seen when and by which run it was seen to pass
 */
record PassedBuild(Digest key, Digest source, BuiltArtifact built, EarlierBuild seen) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    PassedBuild {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(built, "built");
        Objects.requireNonNull(seen, "seen");
    }

    /** Notes and run end up on screens; one that core wrote holds no such character. */
    boolean isReadable() {
        return Stream.concat(built.notes().stream(), Stream.of(seen.run()))
                .noneMatch(text -> CONTROL.matcher(text).find());
    }

    /** A build gives no image, and what it gave was not reused. */
    boolean isOfBuild() {
        return built.image().isEmpty() && built.reused().isEmpty();
    }
}
