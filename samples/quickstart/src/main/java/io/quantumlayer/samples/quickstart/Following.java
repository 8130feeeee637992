package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.Deployment.Subscription;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.run.Outcome;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Follows a run to its end, telling its events. */
final class Following {
    private static final Duration LOOK = Duration.ofHours(1);

    private final Output output;
    private final Consent consent;

    Following(Output output) {
        this(output, new Consent());
    }

    Following(Output output, Consent consent) {
        this.output = output;
        this.consent = consent;
    }

    DeploymentResult toTheEnd(Deployment deployment) throws InterruptedException {
        BlockingQueue<Boolean> wakes = new LinkedBlockingQueue<>();
        Subscription told = deployment.subscribe(event -> {
            output.event(event);
            if (event.type() == RunEvent.Type.APPROVAL_REQUESTED) {
                wakes.add(true);
            }
        });
        deployment.completion().thenRun(() -> wakes.add(false));
        while (wakes.take()) {
            consent.decide(deployment);
        }
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
