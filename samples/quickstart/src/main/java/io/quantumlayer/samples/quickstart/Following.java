package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.Deployment.Subscription;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.run.Outcome;
import java.time.Duration;

/** Follows a run to its end, telling its events. */
final class Following {
    private static final Duration LOOK = Duration.ofHours(1);

    private final Output output;

    Following(Output output) {
        this.output = output;
    }

    DeploymentResult toTheEnd(Deployment deployment) throws InterruptedException {
        Subscription told = deployment.subscribe(output::event);
        DeploymentResult result = deployment.await(LOOK);
        while (result.reached() == Outcome.RUNNING) {
            result = deployment.await(LOOK);
        }
        told.close();
        return result;
    }

    int told(Deployment deployment) throws InterruptedException {
        DeploymentResult result = toTheEnd(deployment);
        output.result(result);
        return ExitCode.of(result.reached());
    }
}
