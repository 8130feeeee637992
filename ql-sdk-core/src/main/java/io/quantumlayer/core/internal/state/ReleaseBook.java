package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which releases of an application are placed, which is current and which was before it. Immutable. */
public final class ReleaseBook {
    private final Map<ReleaseId, PlacedRelease> placed;
    private final @Nullable ReleaseId current;
    private final @Nullable ReleaseId previous;

    private ReleaseBook(
            Map<ReleaseId, PlacedRelease> placed, @Nullable ReleaseId current, @Nullable ReleaseId previous) {
        this.placed = placed;
        this.current = current;
        this.previous = previous;
    }

    /**
     * Folds changes.
     *
     * @param changes the changes, oldest first
     * @return the book
     */
    public static ReleaseBook of(List<ReleaseChange> changes) {
        ReleaseBook book = new ReleaseBook(Map.of(), null, null);
        for (ReleaseChange change : changes) {
            book = book.after(change);
        }
        return book;
    }

    private ReleaseBook after(ReleaseChange change) {
        Map<ReleaseId, PlacedRelease> copy = new LinkedHashMap<>(placed);
        return switch (change.kind()) {
            case LIVE -> {
                if (change.placed() != null) {
                    copy.put(change.release(), change.placed());
                }
                boolean same = change.release().equals(current);
                yield new ReleaseBook(copy, change.release(), same ? previous : current);
            }
            case REMOVED -> {
                copy.remove(change.release());
                yield new ReleaseBook(
                        copy,
                        change.release().equals(current) ? null : current,
                        change.release().equals(previous) ? null : previous);
            }
        };
    }

    /**
     * Returns the release that went live last.
     *
     * @return the release, or empty
     */
    public Optional<PlacedRelease> current() {
        return Optional.ofNullable(current).map(placed::get);
    }

    /**
     * Returns the release that was live before the current one and is still placed.
     *
     * @return the release, or empty
     */
    public Optional<PlacedRelease> previous() {
        return Optional.ofNullable(previous).map(placed::get);
    }

    /**
     * Returns all placed releases: the current one first, then the newest.
     *
     * @return unmodifiable
     */
    public List<PlacedRelease> placed() {
        List<PlacedRelease> newestFirst = new ArrayList<>(placed.values());
        Collections.reverse(newestFirst);
        current().ifPresent(c -> {
            newestFirst.remove(c);
            newestFirst.add(0, c);
        });
        return Collections.unmodifiableList(newestFirst);
    }

    /**
     * Returns the names of all resources that placed releases use, one release left out.
     *
     * @param except the release whose own use does not count, or null for none
     * @return the names
     */
    public Set<String> resources(@Nullable ReleaseId except) {
        return placed.values().stream()
                .filter(r -> !r.release().id().equals(except))
                .flatMap(r -> r.operations().stream())
                .map(o -> o.operation().resource())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the images that placed releases run.
     *
     * @return by digest
     */
    public Set<ImageReference> images() {
        return placed.values().stream()
                .flatMap(r -> r.spec().workload().image().stream())
                .collect(Collectors.toSet());
    }
}
