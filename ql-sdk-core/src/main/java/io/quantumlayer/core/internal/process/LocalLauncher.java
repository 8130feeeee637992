package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import io.quantumlayer.api.spi.process.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts commands on this machine, each under a small supervisor in a session of its own. Thread-safe.
 *
 * <p><b>One command a folder, whatever is killed when.</b> The supervisor, not the host, claims the folder: it
 * writes its pid, start time and marker aside and links that file to {@code command.pid}, which the file system
 * allows once and shows whole, and only then runs the command. A host that dies before the claim leaves a
 * supervisor that either makes it or finds it made; whoever comes later starts another supervisor at most, and one
 * of the two ends without having run anything. A claim is taken away only when its process is gone, after its exit
 * code (see {@link CommandFolder#clear}), and stopping a folder that nobody has claimed yet claims it for nobody.
 *
 * <p><b>Life.</b> A command that outlives its host loses its parent before it is claimed. Any other one holds a
 * pipe of the host: it breaks when the host dies or closes this launcher, and the supervisor then kills its
 * session.
 *
 * <p><b>Identity.</b> The pid of a {@link ProcessState} is the supervisor's; the program runs below it. The command
 * runs if a process of that pid has the start time (on Linux boot id and ticks) and the marker of the claim. A
 * marker stands for one command at a time: what carries it and is left over when the command has ended, or is
 * stopped, is killed.
 */
public final class LocalLauncher implements ProcessLauncher, AutoCloseable {
    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\x00-][^=\\x00]*");

    private final Path javaHome;
    private final SandboxMode mode;
    private final Tools tools;
    private final ProcessTable table = ProcessTable.ofThisMachine();
    private final LauncherThread thread = new LauncherThread();
    private final Set<Process> followers = ConcurrentHashMap.newKeySet();

    /** Touched on the launcher's thread alone. */
    private @Nullable Confinement confinement;

    /**
     * Creates a launcher; nothing is started before it is first used.
     *
     * @param javaHome the folder of the JDK that commands may use
     * @param mode what to do about the sandbox
     */
    public LocalLauncher(Path javaHome, SandboxMode mode) {
        this(javaHome, mode, Tools.ofSystem());
    }

    LocalLauncher(Path javaHome, SandboxMode mode, Tools tools) {
        this.javaHome = javaHome;
        this.mode = mode;
        this.tools = tools;
    }

    /** Returns the {@code java} program for commands, visible inside the sandbox. */
    public Path java() {
        return javaHome.resolve("bin").resolve("java");
    }

    @Override
    public Sandbox sandbox() {
        return thread.call(() -> confinement().sandbox());
    }

    private Confinement confinement() {
        Confinement found = confinement;
        if (found == null) {
            found = Confinement.find(mode, tools, javaHome);
            confinement = found;
        }
        return found;
    }

    @Override
    public ProcessState start(CommandSpec spec) {
        if (!MARKER.matcher(spec.marker()).matches()) {
            throw new IllegalArgumentException("marker '" + spec.marker() + "' is not a plain word");
        }
        for (Map.Entry<String, String> variable : spec.environment().entrySet()) {
            if (!VARIABLE.matcher(variable.getKey()).matches()
                    || variable.getValue().indexOf('\0') >= 0) {
                throw new IllegalArgumentException("environment: '" + variable.getKey() + "' cannot be passed on");
            }
        }
        return thread.call(() -> startOrAdopt(spec, real(spec.folder())));
    }

    private ProcessState startOrAdopt(CommandSpec spec, Path folder) {
        CommandFolder files = new CommandFolder(folder);
        Optional<PidRecord> claim = files.claim();
        if (claim.isPresent() && !table.alive(claim.get())) {
            new Ending(table, claim.get()).end(Duration.ZERO);
            files.clear();
        } else if (claim.isPresent()) {
            return adopt(folder, spec.marker());
        }
        Confinement found = confinement();
        if (mode == SandboxMode.REQUIRED && !found.sandbox().available()) {
            throw refused("process.no-sandbox", found.sandbox().reason() + "; " + Confinement.PACKAGE);
        }
        checkPaths(spec);
        files.prepare(script(spec, folder));
        found.open(spec, folder);
        Process process = new Spawn(tools).start(spec, folder, found);
        followers.removeIf(follower -> !follower.isAlive());
        followers.add(process);
        return adopt(folder, spec.marker());
    }

    private ProcessState adopt(Path folder, String marker) {
        ProcessState state = state(folder, marker);
        if (state.kind() == Kind.NEVER_STARTED) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONCURRENCY, "process.folder-taken", "another command already runs in " + folder));
        }
        return state;
    }

    private static void checkPaths(CommandSpec spec) {
        for (Path path : spec.readable()) {
            requirePresent(path);
        }
        for (Path path : spec.writable()) {
            requirePresent(path);
        }
    }

    private static void requirePresent(Path path) {
        if (!path.isAbsolute() || !Files.exists(path)) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONFIGURATION,
                    "process.no-path",
                    "the command needs " + path + ", which does not exist"));
        }
    }

    private String script(CommandSpec spec, Path folder) {
        String program = spec.command().get(0);
        String searchPath = spec.environment().get("PATH");
        Tools search = searchPath == null ? tools : Tools.of(searchPath);
        Optional<Path> found = program.indexOf('/') < 0
                ? search.find(program)
                : Optional.of(folder.resolve(program)).filter(Files::isExecutable);
        Path file = found.orElseThrow(() -> refused("process.no-program", "there is no program '" + program + "'"));
        Map<String, String> environment = new LinkedHashMap<>(spec.environment());
        environment.put("QL_MARKER", spec.marker());
        List<String> command = new ArrayList<>(spec.command());
        command.set(0, file.toString());
        return ShellText.script(environment, command);
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(
                Failure.of(ErrorType.DEPENDENCY, code, message).notRetryable());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a command must exist: " + folder, e);
        }
    }

    @Override
    public ProcessState state(Path folder, String marker) {
        CommandFolder files = new CommandFolder(folder);
        Optional<PidRecord> claim = files.claim().filter(record -> record.isOf(marker));
        if (claim.isEmpty()) {
            return new ProcessState(Kind.NEVER_STARTED, -1, null, -1);
        }
        long pid = claim.get().pid();
        Instant startedAt = files.claimedAt();
        // In this order: one that ends in between has left its exit code by the second look.
        if (table.alive(claim.get())) {
            return new ProcessState(Kind.RUNNING, pid, startedAt, -1);
        }
        return files.exitCode().isPresent()
                ? new ProcessState(Kind.EXITED, pid, startedAt, files.exitCode().getAsInt())
                : new ProcessState(Kind.VANISHED, pid, startedAt, -1);
    }

    @Override
    public ProcessState stop(Path folder, String marker, Duration grace) {
        CommandFolder files = new CommandFolder(folder);
        if (Files.isDirectory(folder) && files.claim().isEmpty()) {
            files.bar(marker);
        }
        files.claim().filter(record -> record.isOf(marker)).ifPresent(record -> new Ending(table, record).end(grace));
        return state(folder, marker);
    }

    /** Ends the commands that do not outlive their host, and the launcher's thread. Idempotent. */
    @Override
    public void close() {
        thread.close();
        for (Process follower : followers) {
            try {
                follower.getOutputStream().close();
                follower.waitFor(2, TimeUnit.SECONDS);
            } catch (IOException e) {
                follower.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        followers.clear();
    }
}
