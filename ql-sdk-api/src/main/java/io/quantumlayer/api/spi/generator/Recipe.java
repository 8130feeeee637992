package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.spi.process.Tool;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a source is built, run and probed.
 *
 * <p>Commands may hold the placeholders of {@link Tool}, such as <code>{java}</code> or <code>{python}</code>. The run
 * command starts in a copy of the built tree, gets the port to listen on as {@code PORT} (on loopback), a folder for
 * lasting data of the application as {@code DATA_DIR}, the release as {@code QL_RELEASE}, and each secret as a file
 * named by {@code NAME_FILE}.
 *
 * @param build the commands run in order in a fresh copy of the source, each in the sandbox; empty when nothing is
 *     built
 * @param output the folder, relative to the source, that holds what is deployed; {@code .} for the whole source
 * @param run the command that starts the application, relative to the built tree
 * @param secrets secrets the application needs, name to what for; one the plan does not bind is minted at random
 * @param probes requests that prove the running application
 */
public record Recipe(
        List<Command> build, String output, List<String> run, Map<String, String> secrets, List<Probe> probes) {
    /** Copies the collections in order. */
    public Recipe {
        build = List.copyOf(build);
        run = List.copyOf(run);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        probes = List.copyOf(probes);
    }

    /**
     * Returns the tools that the commands name.
     *
     * @return the tools in the order of their enumeration
     */
    public Set<Tool> tools() {
        Set<Tool> tools = EnumSet.noneOf(Tool.class);
        build.forEach(command -> tools.addAll(Tool.in(command.words())));
        tools.addAll(Tool.in(run));
        return Collections.unmodifiableSet(tools);
    }

    /**
     * One command of a build.
     *
     * <p>A command that fetches may use the network and write the caches of the tools it names; every other one has no
     * network and reads those caches only. What compiles, tests or runs code of the source never fetches. What a
     * generator fetches is exactly what a lock file with hashes names; a given source is taken at its word.
     *
     * @param words the program and its arguments
     * @param fetches whether it may use the network
     * @param lock for a command that fetches, the file of the source that names with its hash everything that gets into
     *     the artifact, and that the command or a later one holds it to; empty if there is none, and then no result of
     *     the build is used for another run
     */
    public record Command(List<String> words, boolean fetches, Optional<String> lock) {
        /** Copies the words and checks that there are some. */
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("words: a command needs at least the program to start");
            }
        }

        /**
         * Says whether the command gives the same wherever it runs on an equal source with equal tools, as far as its
         * fetches go.
         *
         * @return false if it fetches what no lock names
         */
        public boolean locked() {
            return !fetches || lock.isPresent();
        }

        /**
         * Makes a command without network.
         *
         * @param words the program and its arguments
         * @return the command
         */
        public static Command offline(String... words) {
            return new Command(List.of(words), false, Optional.empty());
        }

        /**
         * Makes a command that fetches what no lock names.
         *
         * @param words the program and its arguments
         * @return the command
         */
        public static Command fetching(String... words) {
            return new Command(List.of(words), true, Optional.empty());
        }

        /**
         * Says of a command that fetches which file names with its hash everything that gets into the artifact.
         *
         * @param file the file of the source
         * @return this command with it
         */
        public Command lockedBy(String file) {
            return new Command(words, fetches, Optional.of(file));
        }
    }

    /**
     * One HTTP GET and the status that proves it.
     *
     * @param path the path, starting with a slash
     * @param status the one expected status; for {@link Purpose#ANSWER} the lowest that does not do
     * @param bearer the bearer token to send, or the empty text for none; never a real credential
     * @param proves what a passing probe proves
     */
    public record Probe(String path, int status, String bearer, Purpose proves) {
        private static final int SERVER_ERROR = 500;

        /**
         * Makes a probe of an application whose health path nobody knows.
         *
         * @param path the path, starting with a slash
         * @return a probe that any status below 500 passes
         */
        public static Probe answer(String path) {
            return new Probe(path, SERVER_ERROR, "", Purpose.ANSWER);
        }

        /**
         * Says whether a status passes.
         *
         * @param given the status of the answer
         * @return whether it is the expected one, or low enough for {@link Purpose#ANSWER}
         */
        public boolean accepts(int given) {
            return proves == Purpose.ANSWER ? given < status : given == status;
        }
    }

    /** What a probe is for. */
    public enum Purpose {
        /** The application is healthy. */
        HEALTH,
        /** Something answers HTTP there without an error of the server; nothing is said of its health. */
        ANSWER,
        /** A request without a valid credential is refused. */
        AUTHENTICATION
    }
}
