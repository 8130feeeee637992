package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import java.nio.file.Path;
import java.time.Duration;

/** A host of the library in a process of its own, to be killed at any time. */
public final class HostMain {
    private static final Duration LONG = Duration.ofMinutes(2);

    private HostMain() {}

    /**
     * Does one thing and ends.
     *
     * @param args what to do, the home, the source, and what makes the plan differ from the one before
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        Home home = new Home(Path.of(args[1]));
        try (QuantumLayer ql = home.open()) {
            for (Deployment left : ql.resume()) {
                tell(left);
            }
            switch (args[0]) {
                case "deploy" -> tell(ql.deploy(plan(args[2], args[3])));
                case "hold" -> hold(ql.deploy(plan(args[2], args[3])));
                case "rollback" -> tell(ql.application("victim").rollback());
                case "destroy" -> tell(ql.application("victim").destroy());
                default -> System.out.println("resumed");
            }
        }
    }

    private static void tell(Deployment deployment) throws InterruptedException {
        DeploymentResult result = deployment.await(LONG);
        System.out.println(deployment.kind() + " " + result);
    }

    /** Goes on until it is killed. */
    private static void hold(Deployment deployment) throws InterruptedException {
        tell(deployment);
        Thread.currentThread().join();
    }

    static DeploymentPlan plan(String source, String difference) {
        return TinyApp.plan("victim", Path.of(source))
                .environment("DIFFERENCE", difference)
                .build();
    }
}
