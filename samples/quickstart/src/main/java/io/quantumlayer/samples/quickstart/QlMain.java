package io.quantumlayer.samples.quickstart;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ql}. */
@Command(
        name = "ql",
        mixinStandardHelpOptions = true,
        description = "Deploys a sentence or a plan to this machine, proves it, and can undo all of it.",
        subcommands = {
            RunCommand.class,
            AnalyzeCommand.class,
            PreviewCommand.class,
            PriceCommand.class,
            DeployCommand.class,
            ListCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResumeCommand.class,
            RollbackCommand.class,
            DestroyCommand.class,
            OrphansCommand.class,
            ReportCommand.class,
            ScanCommand.class,
            VerifyBundleCommand.class,
            BuildCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            SbomCommand.class,
            ImagesCommand.class
        })
public final class QlMain implements Callable<Integer> {
    private QlMain() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new QlMain())
                .setExecutionExceptionHandler(new Refusals())
                .setParameterExceptionHandler(new Refusals())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine.usage(new QlMain(), System.out);
        return ExitCode.BAD_INPUT;
    }
}
