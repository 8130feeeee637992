package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Owner;

/** Says that a change is refused before it has changed anything, so that the rest of its batch may be committed. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    private Refused(RuntimeException reason) {
        super(reason.getMessage(), reason, false, false);
        this.reason = reason;
    }

    static Refused fenced(Owner owner, RunId run) {
        return concurrency(
                "journal.fenced",
                "Owner " + owner.name() + " with fence " + owner.fence() + " does not hold run " + run
                        + "; it has ended or belongs to another owner, so stop working on it");
    }

    static Refused busy(RunId run, String other) {
        return concurrency(
                "application.busy",
                "Application " + run.application() + " is busy with run " + other
                        + "; await, cancel or resume that run first");
    }

    static Refused begunBefore(RunId run) {
        return new Refused(new IllegalArgumentException("Run " + run + " has begun before; a run id is used once"));
    }

    private static Refused concurrency(String code, String message) {
        return new Refused(new QuantumLayerException(Failure.of(ErrorType.CONCURRENCY, code, message)));
    }

    /** Returns what the caller is told. */
    RuntimeException reason() {
        return reason;
    }
}
