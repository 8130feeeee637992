package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** Asks whoever is at the terminal whether a run may begin to have effects, if the caller wants to be asked. */
final class Consent {
    /** How long a run waits for whoever was asked. */
    static final Duration LIMIT = Duration.ofHours(24);

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(names = "--approve", description = "Asks on standard input before the first effect; all but yes cancels.")
    private boolean asked;

    /** Says whether the caller wants to be asked. */
    boolean asked() {
        return asked;
    }

    /** Approves or cancels, if the caller wants to be asked; else the run goes on waiting. */
    void decide(Deployment deployment) {
        if (!asked) {
            System.err.println("It waits for an approval; --approve asks for it here, Ctrl-C cancels.");
            return;
        }
        System.err.print("Go on with this placement? [y/N] ");
        System.err.flush();
        if (YES.contains(answer().strip().toLowerCase(Locale.ROOT))) {
            deployment.approve(System.getProperty("user.name"));
        } else {
            deployment.cancel();
        }
    }

    private static String answer() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            // Whoever cannot be asked has not agreed.
            return "";
        }
    }
}
