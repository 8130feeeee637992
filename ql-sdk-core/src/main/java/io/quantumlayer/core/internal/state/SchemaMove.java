package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the schema of a database moved between two releases; a return to the older release never turns it back. Pure. */
public final class SchemaMove {
    private SchemaMove() {}

    /**
     * Says what a return from the current release to an older one leaves behind.
     *
     * @param book the releases
     * @param target the release to return to
     * @return one sentence that names both versions, if the schema moved on or one of both is UNKNOWN; else empty
     */
    public static List<String> warnings(ReleaseBook book, ReleaseId target) {
        Optional<PlacedRelease> from = book.current();
        Optional<PlacedRelease> to = book.placed().stream()
                .filter(placed -> placed.release().id().equals(target))
                .findFirst();
        List<String> warnings = new ArrayList<>();
        if (from.isPresent() && to.isPresent()) {
            warning(from.get(), to.get()).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Optional<String> warning(PlacedRelease from, PlacedRelease to) {
        Optional<String> now = from.origin().schema();
        Optional<String> then = to.origin().schema();
        boolean both = now.isPresent() && then.isPresent();
        boolean same = both ? Long.parseLong(then.get()) >= Long.parseLong(now.get()) : now.isEmpty() && then.isEmpty();
        return same
                ? Optional.empty()
                : Optional.of("the schema of the database is at version " + shown(now) + " since release "
                        + from.release().id() + ", and release " + to.release().id() + " went live with version "
                        + shown(then) + "; a rollback does not turn it back");
    }

    private static String shown(Optional<String> version) {
        return version.orElse("UNKNOWN");
    }
}
