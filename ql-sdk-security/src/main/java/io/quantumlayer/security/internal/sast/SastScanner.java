package io.quantumlayer.security.internal.sast;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.internal.program.ProgramRun;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges program text through engines that are set.
 *
 * <p>It fails closed: an engine that is missing, hangs, crashes, writes nothing or what is not its format, contradicts
 * itself, did not look at every file of its languages, or is blind to the weakness that is laid beside the source for
 * it to find, gives a failed report. A language without an engine stands in the coverage.
 */
public final class SastScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "sast";

    /** The settings it understands. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("bandit", "the path of the program bandit; empty leaves it out", "", false),
            new Setting("semgrep", "the path of the program semgrep; empty leaves it out", "", false),
            new Setting("readable", "folders that the programs must read, separated by commas", "", false),
            new Setting("timeout", "how long each program may take, 1 to 3600 seconds", "300", false));

    private static final int LONGEST = 3600;

    private final ExtensionContext context;
    private final List<EngineRun.Program> programs;

    private SastScanner(ExtensionContext context, List<EngineRun.Program> programs) {
        this.context = context;
        this.programs = programs;
    }

    /**
     * Creates a scanner.
     *
     * @param context its settings, home and launcher
     * @return the scanner, which is not enabled if no engine is set
     * @throws QuantumLayerException of type configuration if the timeout is no number in its range
     */
    public static SastScanner of(ExtensionContext context) {
        Map<String, String> settings = context.settings();
        String seconds = settings.getOrDefault("timeout", "300");
        if (!seconds.matches("[0-9]{1,4}") || Integer.parseInt(seconds) < 1 || Integer.parseInt(seconds) > LONGEST) {
            throw refused(ErrorType.CONFIGURATION, "setting", "sast.timeout must be a number from 1 to " + LONGEST);
        }
        Duration limit = Duration.ofSeconds(Integer.parseInt(seconds));
        List<Path> readable = Arrays.stream(
                        settings.getOrDefault("readable", "").split(","))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
        List<EngineRun.Program> programs = new ArrayList<>();
        for (Engine engine : List.of(new Bandit(), new Semgrep())) {
            String path = settings.getOrDefault(engine.name(), "");
            if (!path.isEmpty()) {
                programs.add(new EngineRun.Program(engine, path, readable, limit));
            }
        }
        return new SastScanner(context, List.copyOf(programs));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext call, Path source) {
        try {
            if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(ErrorType.VALIDATION, "no-folder", "the source is not a folder");
            }
            SourceFiles files = SourceFiles.of(source);
            if (files.paths().isEmpty()) {
                return ScanReport.notApplicable(ID, "the source holds no program text of a known language");
            }
            if (programs.isEmpty()) {
                return ScanReport.notEnabled(ID, "set sast.bandit or sast.semgrep to the path of the program");
            }
            return judge(call, source, files);
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        } catch (IOException e) {
            return ScanReport.failed(
                    ID, Failure.of(ErrorType.UNKNOWN, "scanner.sast.io", "a file could not be read or written"));
        }
    }

    private ScanReport judge(CallContext call, Path source, SourceFiles files) throws IOException {
        List<Issue> issues = new ArrayList<>();
        Set<String> judged = new TreeSet<>();
        for (EngineRun.Program program : programs) {
            SourceFiles part = files.only(p -> program.engine().endings().contains(Language.ending(p)));
            if (!part.paths().isEmpty()) {
                issues.addAll(ask(call, program, part));
                judged.addAll(part.paths());
            }
        }
        SourceFiles left = files.only(p -> !judged.contains(p));
        SourceFiles done = files.only(judged::contains);
        List<String> gaps = left.paths().stream()
                .map(p -> p.substring(p.lastIndexOf('.')))
                .distinct()
                .sorted()
                .map(ending -> "*" + ending + ": no engine is set for them")
                .toList();
        return judged.isEmpty()
                ? ScanReport.notApplicable(ID, String.join(", ", gaps))
                : ScanReport.completed(
                        ID, new IssueMerge(source).findings(issues), new Coverage(judged.size(), done.bytes(), gaps));
    }

    private List<Issue> ask(CallContext call, EngineRun.Program program, SourceFiles files) throws IOException {
        String name = program.engine().name();
        Path home = context.home()
                .orElseThrow(() -> refused(
                        ErrorType.CONFIGURATION, "home", name + " needs a folder: call home(path) on the builder"));
        if (!Files.isExecutable(Path.of(program.path()))) {
            throw refused(ErrorType.DEPENDENCY, "missing", "there is no program " + program.path());
        }
        Path folder = ProgramRun.room(home, name);
        try {
            ProgramRun run = new ProgramRun(context.processes(), call, folder);
            Engine.Answer answer = new EngineRun(run, program).over(files);
            return answer.control().without(program.engine().issues(answer));
        } catch (UntrustedAnswer e) {
            throw refused(ErrorType.DEPENDENCY, "untrusted", name + " proves nothing: " + e.getMessage());
        } finally {
            ProgramRun.remove(folder);
        }
    }

    private static QuantumLayerException refused(ErrorType type, String code, String message) {
        return new QuantumLayerException(Failure.of(type, "scanner.sast." + code, message));
    }
}
