package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.run.ReleaseId;

/**
 * The input of a rollback.
 *
 * @param target the release to return to
 */
public record RollbackRequest(ReleaseId target) {}
