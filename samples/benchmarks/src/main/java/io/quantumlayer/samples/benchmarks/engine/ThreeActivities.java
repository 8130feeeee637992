package io.quantumlayer.samples.benchmarks.engine;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** Three activities, one after the other, each with one attempt. */
public final class ThreeActivities implements Workflow {
    private final Activity activity = io.temporal.workflow.Workflow.newActivityStub(
            Activity.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(30))
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(1).build())
                    .build());

    @Override
    public String run(String payload) {
        return activity.step(activity.step(activity.step(payload)));
    }
}
