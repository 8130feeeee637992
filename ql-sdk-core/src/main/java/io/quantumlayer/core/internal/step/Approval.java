package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.flow.Script;
import java.util.List;
import java.util.Map;

/**
 * Somebody's word that a run may begin to have effects.
 *
 * @param by who gave it
 */
public record Approval(String by) {
    /** Says what an approval is about: the placement and resources as the run had written them. */
    static Digest subject(Map<String, byte[]> outputs) {
        return Digest.of(outputs.getOrDefault(StepName.PLAN_RESOURCES.id(), new byte[0]));
    }

    /** Renders the signal that carried it as an output of the run. */
    static byte[] output(FlowEvent signal, Map<String, byte[]> outputs) {
        Approval approval = Json.read(signal.data(), Approval.class);
        String said = "approved by " + approval.by();
        Evidence.Observed observed =
                new Evidence.Observed("signal", "core.approval", signal.at(), Digest.of(signal.data()));
        Evidence evidence = Evidence.lasting(Claim.APPROVED, subject(outputs), observed, said);
        StepReport report = new StepReport(Script.APPROVE, StepStatus.PROVED, said, List.of(evidence));
        return Json.write(new Finished<>(report, approval));
    }
}
