package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.app.AppSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a sentence is understood to ask for. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Shows what a sentence or a plan file is understood to ask for, and from which words.")
final class AnalyzeCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "TEXT|PLAN.yaml", description = "A sentence or a plan file.")
    private String source = "";

    @Override
    public Integer call() {
        try (QuantumLayer ql = CommonOptions.withoutHome()) {
            AppSpec spec = ql.analyze(PreviewCommand.plan(source));
            common.output().analysis(spec);
            return ExitCode.DONE;
        }
    }
}
