package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.process.CommandSpec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts supervisors: each in a session of its own, tied to this host or not. */
final class Spawn {
    private static final String SHELL = "/bin/sh";
    private static final File NOWHERE = new File("/dev/null");
    private static final File ROOT = new File("/");

    /**
     * Leaves the supervisor without a parent, and waits until it has closed its output: the claim is decided then.
     */
    private static final String LEAVE = "said=$(\"$@\" 2>&1 &); printf %s \"$said\"";

    private static final String PERL_SESSION = "use POSIX; POSIX::setsid(); exec @ARGV";

    private final Tools tools;
    private final String supervisor;

    Spawn(Tools tools) {
        this.tools = tools;
        this.supervisor = supervisor();
    }

    /**
     * Starts a supervisor and waits until the folder is claimed, by it or by another one.
     *
     * @return the process whose standard input, once closed, ends the command; for one that outlives its host a
     *     process that has ended already
     */
    Process start(CommandSpec spec, Path folder, Confinement confinement) {
        List<String> line = new ArrayList<>();
        if (spec.outlivesHost()) {
            line.addAll(List.of(SHELL, "-c", LEAVE, "ql-starter"));
        }
        line.addAll(newSession());
        String life = spec.outlivesHost() ? "own" : "host";
        line.addAll(List.of(SHELL, "-c", supervisor, "ql-supervisor", folder.toString(), life, confinement.account()));
        line.addAll(confinement.commandLine(spec, folder));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        cleanEnvironment(builder);
        builder.environment().put("QL_MARKER", spec.marker());
        if (spec.outlivesHost()) {
            builder.redirectInput(NOWHERE);
        }
        return claimed(builder, folder);
    }

    private static Process claimed(ProcessBuilder builder, Path folder) {
        try {
            Process process = builder.start();
            String complaint = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (new CommandFolder(folder).claim().isEmpty()) {
                throw cannotStart(complaint.isEmpty() ? "the supervisor of " + folder + " died" : complaint);
            }
            return process;
        } catch (IOException e) {
            throw cannotStart(String.valueOf(e.getMessage()));
        }
    }

    /** Empties a builder's environment and moves it away from the host's current directory. */
    static void cleanEnvironment(ProcessBuilder builder) {
        builder.directory(ROOT);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    }

    private List<String> newSession() {
        return tools.find("setsid")
                .map(path -> List.of(path.toString()))
                .or(() -> tools.find("perl").map(path -> List.of(path.toString(), "-e", PERL_SESSION, "--")))
                .orElseThrow(() -> cannotStart("commands need setsid (package util-linux) or perl"));
    }

    private static QuantumLayerException cannotStart(String why) {
        return new QuantumLayerException(
                Failure.of(ErrorType.DEPENDENCY, "process.not-started", "the command could not be started: " + why));
    }

    /** The script stands in the command line, where no command can change it, so it leaves its comments behind. */
    private static String supervisor() {
        try (InputStream script = Objects.requireNonNull(Spawn.class.getResourceAsStream("supervisor.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^ *#.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
