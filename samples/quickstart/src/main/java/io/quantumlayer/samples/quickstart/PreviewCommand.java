package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Preview;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.core.PlanFile;
import io.quantumlayer.core.PreviewPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would happen. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Shows everything that would happen, and touches nothing.")
final class PreviewCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "TEXT|PLAN.yaml", description = "A sentence or a plan file.")
    private String source = "";

    /** Reads a plan file if the text names one that is there, else takes the text as a sentence. */
    static DeploymentPlan plan(String source) {
        boolean file = (source.endsWith(".yaml") || source.endsWith(".yml") || source.endsWith(".json"))
                && Files.exists(Path.of(source));
        return file ? PlanFile.read(Path.of(source)) : RunCommand.plan("app", source);
    }

    @Option(names = "--html", paramLabel = "FILE", description = "Also writes the preview as a page with plots.")
    private @Nullable Path page;

    @Override
    public Integer call() throws IOException {
        DeploymentPlan plan = plan(source);
        try (QuantumLayer ql = common.open()) {
            Preview preview = ql.preview(plan);
            common.output().preview(preview);
            if (page != null) {
                Files.writeString(page, PreviewPage.of(preview));
                common.output().note("Page", page.toAbsolutePath().toUri().toString());
            }
            boolean anywhere = preview.outlook().market().winner().isPresent();
            boolean deployable = preview.blockedBy().isEmpty();
            return deployable
                            || (anywhere && preview.spec().unsupportedBecause().isEmpty())
                    ? ExitCode.DONE
                    : ExitCode.BAD_INPUT;
        }
    }
}
