package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.error.Repairer;
import io.quantumlayer.core.internal.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks those who can mend things, one after the other, to mend what made a step fail. */
final class RepairStep {
    private final List<Repairer> repairers;

    RepairStep(List<Repairer> repairers) {
        this.repairers = List.copyOf(repairers);
    }

    Effect<byte[]> run(StepScope scope, StepData data) {
        Failure failure = data.failure();
        for (Repairer repairer : repairers) {
            Optional<String> mended = repairer.repair(scope.context(), data.current(), failure);
            if (mended.isPresent()) {
                return Effect.done(Json.write(Map.of("repaired", mended.get())));
            }
        }
        return Effect.done(Json.write(Map.of()));
    }
}
