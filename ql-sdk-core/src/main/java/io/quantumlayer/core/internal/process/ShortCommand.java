package io.quantumlayer.core.internal.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks an installed program something about itself that it answers at once. */
final class ShortCommand {
    private static final int SECONDS = 10;
    private static final int MAX_ANSWER = 16_384;

    private ShortCommand() {}

    /** Returns what it printed, or the empty text if it failed, hung or could not be started. */
    static String output(List<String> command, String searchPath) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(nowhere());
        Spawn.cleanEnvironment(builder);
        builder.environment().put("PATH", searchPath);
        try {
            Process process = builder.start();
            // A program that hangs is ended, and its output with it; one that has ended keeps its output to be read.
            CompletableFuture<Process> end = process.onExit()
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .whenComplete((ended, late) -> {
                        if (late != null) {
                            process.destroyForcibly();
                        }
                    });
            String text = new String(process.getInputStream().readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && !end.isCompletedExceptionally() ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static File nowhere() {
        return new File("/dev/null");
    }
}
