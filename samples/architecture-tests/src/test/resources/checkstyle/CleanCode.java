package x;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Breaks no rule. */
public final class CleanCode {

    private static final CleanCode DEFAULT = new CleanCode(Clock.systemUTC(), UUID::randomUUID);

    private final Clock clock;
    private final Supplier<UUID> ids;

    private CleanCode(Clock clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns one with the clock and ids of this machine. */
    public static CleanCode ofThisMachine() {
        return DEFAULT;
    }

    /** Returns a new name. */
    @Override
    public String toString() {
        try {
            return clock.instant() + "-" + ids.get();
        } catch (IllegalStateException e) {
            // The clock has ended, and with it the need for a name.
            return "";
        }
    }
}
