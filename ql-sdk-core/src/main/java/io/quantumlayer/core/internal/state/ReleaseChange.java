package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.ReleaseId;
import org.jspecify.annotations.Nullable;

/**
 * One change in the releases of an application, as the journal keeps it.
 *
 * @param kind what changed
 * @param release which release
 * @param placed the release as it was placed, for {@link Kind#LIVE} of a new one; null otherwise
 */
public record ReleaseChange(
        Kind kind, ReleaseId release, @Nullable PlacedRelease placed) {
    /** What changed. */
    public enum Kind {
        /** The release went live; the one before it is the previous one now. */
        LIVE,
        /** The release was removed and seen absent. */
        REMOVED
    }
}
