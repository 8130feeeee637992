package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a sentence live, proves it, and removes it again unless told to keep it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Brings a sentence live; in a terminal until Ctrl-C, else once; then removes it and proves absence.")
final class RunCommand implements Callable<Integer> {
    static final String DEFAULT_SENTENCE = "Create a Java REST service for a todo list with authentication";

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ContainerMode container = new ContainerMode();

    @Mixin
    private final Rebuilding rebuilding = new Rebuilding();

    @Mixin
    private final Policies policies = new Policies();

    @Mixin
    private final Consent consent = new Consent();

    @Mixin
    private final Takeover takeover = new Takeover();

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "The sentence (default: ${DEFAULT-VALUE}).")
    private String text = DEFAULT_SENTENCE;

    @Option(names = "--name", paramLabel = "NAME", description = "The application's name (default: from the sentence).")
    private String name = "";

    @Option(names = "--once", description = "Proves, removes and exits, in a terminal too.")
    private boolean once;

    @Option(names = "--keep", description = "Leaves the application running.")
    private boolean keep;

    @Option(
            names = "--waive",
            paramLabel = "LIMIT=REASON",
            description = "Lifts a hard limit by name, such as compliance.hipaa; stands in the evidence.")
    private Map<String, String> waivers = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Interruption interruption = Interruption.armed()) {
            return interruption.endsWith(run(interruption));
        }
    }

    private int run(Interruption interruption) throws IOException, InterruptedException {
        Output output = common.output();
        UnaryOperator<QuantumLayerBuilder> gated = policies.read();
        try (QuantumLayer ql = container.open(common, builder -> gated.apply(rebuilding.told(builder)))) {
            String named = name.isEmpty() ? named(ql.analyze(waiving("app"))) : name;
            DeploymentPlan plan = waiving(named);
            output.note("", text);
            output.placement(ql.preview(plan));
            Deployment deployment = takeover.start(ql, plan);
            interruption.cancels(deployment);
            DeploymentResult result = new Following(output, consent).toTheEnd(deployment);
            output.result(result);
            container.key(common).ifPresent(key -> output.note("Public key", key.toString()));
            output.note("Report", report(deployment).toUri().toString());
            if (!result.reached().serves() || keep) {
                return ExitCode.of(result.reached());
            }
            if (!once && "1".equals(System.getenv("QL_TERMINAL"))) {
                output.note("", "It runs until Ctrl-C.");
                interruption.await();
            }
            return new Following(output).told(ql.application(named).destroy());
        }
    }

    private Path report(Deployment deployment) throws IOException {
        Path folder = Files.createDirectories(common.home().resolve("reports"));
        Path page = folder.resolve(deployment.id().value() + ".html");
        return Files.writeString(page, deployment.report());
    }

    private DeploymentPlan waiving(String application) {
        DeploymentPlanBuilder plan = DeploymentPlan.named(application).requirement(text);
        waivers.forEach(plan::waive);
        if (consent.asked()) {
            plan.approval(Consent.LIMIT);
        }
        return plan.build();
    }

    static DeploymentPlan plan(String name, String text) {
        return DeploymentPlan.named(name).requirement(text).build();
    }

    static String named(AppSpec spec) {
        return spec.entity().map(e -> e.value() + "-app").orElse("app");
    }
}
