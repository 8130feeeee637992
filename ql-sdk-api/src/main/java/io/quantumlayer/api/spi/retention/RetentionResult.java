package io.quantumlayer.api.spi.retention;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import java.util.List;
import java.util.Objects;

/**
 * What became of a plan.
 *
 * @param deleted what is gone now, whoever deleted it
 * @param kept what stays, by digest
 * @param refused what the registry did not delete; where the failure is no refusal, such as a timeout, it may be gone
 * @param untried what was not asked for any more after a failure, a cancellation or the deadline
 */
public record RetentionResult(List<Deletion> deleted, List<Kept> kept, List<Refusal> refused, List<Deletion> untried) {
    /** Copies the lists. */
    public RetentionResult {
        deleted = List.copyOf(deleted);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
        untried = List.copyOf(untried);
    }

    /**
     * A deletion that failed.
     *
     * @param deletion what was to go
     * @param failure why it did not
     */
    public record Refusal(Deletion deletion, Failure failure) {
        /** Refuses null parts. */
        public Refusal {
            Objects.requireNonNull(deletion, "deletion");
            Objects.requireNonNull(failure, "failure");
        }
    }

    /** How a plan ends. */
    public enum Kind {
        /** All that was to go and did not change is gone. */
        DONE,
        /** Something that was to go is there; carrying out the plan again goes on. */
        INCOMPLETE,
        /** The registry deletes nothing; all that was there is there. */
        UNSUPPORTED
    }

    /**
     * Says how the plan ended.
     *
     * @return the kind
     */
    public Kind kind() {
        if (refused.isEmpty() && untried.isEmpty()) {
            return Kind.DONE;
        }
        boolean unsupported = deleted.isEmpty()
                && untried.isEmpty()
                && refused.stream().allMatch(r -> r.failure().code().equals(ImageRegistry.DELETE_UNSUPPORTED));
        return unsupported ? Kind.UNSUPPORTED : Kind.INCOMPLETE;
    }
}
