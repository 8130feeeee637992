package io.quantumlayer.provider.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The java program that runs applications and the forwarder, and what is known of it without starting it.
 *
 * @param path the program, links resolved
 * @param version its version, such as {@code 17.0.15}; empty if its home does not tell
 * @param running whether this very process runs on it, which proves that it runs
 */
record JavaProgram(Path path, Optional<String> version, boolean running) {
    private static final Pattern RELEASE_LINE = Pattern.compile("(?m)^JAVA_VERSION=\"([0-9][0-9A-Za-z.+_-]{0,40})\"");

    /** The program of this process; empty where the JVM was started by something else than {@code java}. */
    static Optional<JavaProgram> ofThisProcess() {
        String version =
                Runtime.version().version().stream().map(String::valueOf).collect(Collectors.joining("."));
        return ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .filter(program -> program.endsWith("java"))
                .map(program -> new JavaProgram(resolved(program), Optional.of(version), true));
    }

    static JavaProgram at(Path program) {
        Path path = resolved(program);
        return new JavaProgram(path, version(home(path)), false);
    }

    /** The folder the program belongs to, which it needs to read. */
    Path home() {
        return home(path);
    }

    /** Starts it once to see that it runs, unless this process proves it; bounded by {@code limit}. */
    boolean runs(Duration limit) throws IOException, InterruptedException {
        if (running) {
            return true;
        }
        ProcessBuilder builder = new ProcessBuilder(path.toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<String> version(Path home) {
        try {
            Matcher line = RELEASE_LINE.matcher(Files.readString(home.resolve("release"), StandardCharsets.UTF_8));
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a Java without a release file, as some packagers make it: the version is unknown
        }
    }

    private static Path home(Path program) {
        Path bin = program.getParent();
        return bin == null || bin.getParent() == null ? program : bin.getParent();
    }

    private static Path resolved(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            return program; // it cannot be read now: whoever starts it will say so
        }
    }
}
