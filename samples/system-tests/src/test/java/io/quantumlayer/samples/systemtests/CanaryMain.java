package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A host in a process of its own that holds secrets in its environment and tells all it can tell. */
public final class CanaryMain {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private CanaryMain() {}

    /**
     * Finishes what another host left, does one thing, and ends.
     *
     * @param args what to do, the home, the source, and what the application does
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
                case "read" -> read(ql);
                case "destroy" -> tell(ql.application("canary").destroy());
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    private static void tell(Deployment deployment) throws InterruptedException {
        deployment.subscribe(OUT::println);
        OUT.println(deployment.await(LONG));
        deployment.events().forEach(OUT::println);
        deployment.logs().forEach(OUT::println);
        OUT.println(deployment.report());
    }

    /** Reads the log while the application stands in the middle of a line, and again when it has ended it. */
    private static void read(QuantumLayer ql) {
        boolean whole = false;
        while (!whole) {
            for (String line : ql.application("canary").logs()) {
                OUT.println(line);
                whole |= line.startsWith("halves ");
            }
        }
        OUT.println(ql.application("canary").status());
    }

    private static DeploymentPlan plan(String source, String work) {
        return DeploymentPlan.named("canary")
                .sourceDirectory(Path.of(source))
                .language("java")
                .command("{java}", "App.java")
                .environment("WORK", work)
                .secret("CANARY", SecretRef.env("CANARY_VALUE"))
                .build();
    }
}
