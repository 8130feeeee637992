package io.quantumlayer.samples.quickstart;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done with the images of a repository. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = "Clears a repository of images.",
        subcommands = PruneCommand.class)
final class ImagesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        CommandLine.usage(new ImagesCommand(), System.out);
        return ExitCode.BAD_INPUT;
    }
}
