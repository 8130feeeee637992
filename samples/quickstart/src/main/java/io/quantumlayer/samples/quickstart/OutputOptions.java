package io.quantumlayer.samples.quickstart;

import picocli.CommandLine.Option;

/** The option of commands that need no home. */
final class OutputOptions {
    @Option(names = "--json", description = "Prints one JSON object a line on standard output and nothing else there.")
    private boolean json;

    Output output() {
        return json ? new JsonOutput(System.out) : new TextOutput(System.out);
    }
}
