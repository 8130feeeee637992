package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.internal.ledger.EffectKeys;
import io.quantumlayer.core.internal.ledger.Effects;
import io.quantumlayer.core.internal.ledger.RunLedger;
import java.time.Instant;

/**
 * One call of a step: its context, its run's ledger and the placement in use.
 *
 * @param step the step's id
 * @param attempt which attempt this is, from 1
 * @param placement which placement is in use, from 0
 * @param context run, deadline, cancellation and clock
 * @param ledger the run's ledger
 */
record StepScope(String step, int attempt, int placement, CallContext context, RunLedger ledger) {
    RunId run() {
        return context.run();
    }

    ApplicationId application() {
        return context.run().application();
    }

    Instant now() {
        return context.clock().instant();
    }

    String key(String operation, String resource) {
        return EffectKeys.of(run(), placement, operation, resource);
    }

    CallContext keyed(String key) {
        return context.withKey(key);
    }

    Effects effects() {
        return new Effects(ledger, context);
    }

    Witness witness() {
        return new Witness(context);
    }

    Evidence evidence(Claim claim, Digest subject, Witness.Seen seen) {
        return witness().saw(claim, subject, seen);
    }
}
