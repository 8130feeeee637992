package io.quantumlayer.api.spi.generator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a source is built, run and probed.
 *
 * <p>Commands may hold these placeholders: <code>{java}</code>, the {@code java} program of a JDK. The run command
 * starts in a copy of the built tree, gets the port to listen on as {@code PORT} (on loopback), a folder for lasting
 * data of the application as {@code DATA_DIR}, the release as {@code QL_RELEASE}, and each secret as a file named by
 * {@code NAME_FILE}.
 *
 * @param build the commands run in order in a fresh copy of the source, each in the sandbox without network; empty when
 *     nothing is built
 * @param output the folder, relative to the source, that holds what is deployed; {@code .} for the whole source
 * @param run the command that starts the application, relative to the built tree
 * @param secrets secrets the application needs, name to what for; one the plan does not bind is minted at random
 * @param probes requests that prove the running application
 */
public record Recipe(
        List<List<String>> build, String output, List<String> run, Map<String, String> secrets, List<Probe> probes) {
    /** Copies the collections in order. */
    public Recipe {
        build = build.stream().map(List::copyOf).toList();
        run = List.copyOf(run);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        probes = List.copyOf(probes);
    }

    /**
     * One HTTP GET and the status that proves it.
     *
     * @param path the path, starting with a slash
     * @param status the one expected status
     * @param bearer the bearer token to send, or the empty text for none; never a real credential
     * @param proves what a passing probe proves
     */
    public record Probe(String path, int status, String bearer, Purpose proves) {}

    /** What a probe is for. */
    public enum Purpose {
        /** The application is healthy. */
        HEALTH,
        /** A request without a valid credential is refused. */
        AUTHENTICATION
    }
}
