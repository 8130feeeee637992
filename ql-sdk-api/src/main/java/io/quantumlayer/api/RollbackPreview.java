package io.quantumlayer.api;

import io.quantumlayer.api.run.ReleaseId;
import java.util.List;

/**
 * What a rollback would do, read from the journal without touching anything.
 *
 * @param from the release that is current
 * @param to the release that it would return to
 * @param warnings what somebody should know before, one sentence each
 */
public record RollbackPreview(ReleaseId from, ReleaseId to, List<String> warnings) {
    /** Copies the list. */
    public RollbackPreview {
        warnings = List.copyOf(warnings);
    }
}
