package io.quantumlayer.security.internal.trivy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges infrastructure files, secrets and, with a database, packages through trivy.
 *
 * <p>It fails closed: a program that is not the pinned one, is missing, hangs, crashes, writes nothing or what is not
 * its format, or does not see the faults that are laid beside the source gives a failed report.
 */
public final class TrivyScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "trivy";

    /** The settings it understands. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("program", "the path of the program trivy; empty leaves the scanner out", "", false),
            new Setting("sha256", "the SHA-256 of the program, in hexadecimal, checked before each run", "", false),
            new Setting("database", "the folder that holds db/trivy.db; empty leaves packages out", "", false),
            new Setting("timeout", "how long the program may take, 1 to 3600 seconds", "300", false));

    private static final int LONGEST = 3600;
    private static final Set<String> LOCKS = Set.of(
            "package-lock.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "requirements.txt",
            "poetry.lock",
            "uv.lock",
            "Pipfile.lock",
            "go.mod",
            "gradle.lockfile",
            "pom.xml");

    private final ExtensionContext context;
    private final Optional<TrivyProgram> program;

    private TrivyScanner(ExtensionContext context, Optional<TrivyProgram> program) {
        this.context = context;
        this.program = program;
    }

    /**
     * Creates a scanner.
     *
     * @param context its settings, home and launcher
     * @return the scanner, which is not enabled if no program is set
     * @throws QuantumLayerException of type configuration if a setting is not as it must be
     */
    public static TrivyScanner of(ExtensionContext context) {
        Map<String, String> settings = context.settings();
        String path = settings.getOrDefault("program", "");
        if (path.isEmpty()) {
            return new TrivyScanner(context, Optional.empty());
        }
        String sha256 = settings.getOrDefault("sha256", "");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw setting("trivy.sha256 must be the program's digest of 64 digits; sha256sum " + path + " tells it");
        }
        String seconds = settings.getOrDefault("timeout", "300");
        if (!seconds.matches("[0-9]{1,4}") || Integer.parseInt(seconds) < 1 || Integer.parseInt(seconds) > LONGEST) {
            throw setting("trivy.timeout must be a number from 1 to " + LONGEST);
        }
        Optional<Path> database = Optional.of(settings.getOrDefault("database", ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return new TrivyScanner(
                context,
                Optional.of(new TrivyProgram(
                        Path.of(path), sha256, database, Duration.ofSeconds(Integer.parseInt(seconds)))));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext call, Path source) {
        if (program.isEmpty()) {
            return ScanReport.notEnabled(ID, "set trivy.program to the path of the program, and trivy.sha256");
        }
        try {
            if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(ErrorType.VALIDATION, "no-folder", "the source is not a folder");
            }
            return judge(call, source, program.get());
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        } catch (IOException e) {
            return ScanReport.failed(
                    ID, Failure.of(ErrorType.UNKNOWN, "scanner.trivy.io", "a file could not be read or written"));
        }
    }

    private ScanReport judge(CallContext call, Path source, TrivyProgram trivy) throws IOException {
        Path home = context.home()
                .orElseThrow(() -> refused(
                        ErrorType.CONFIGURATION, "home", "trivy needs a folder: call home(path) on the builder"));
        if (!Files.isRegularFile(trivy.path())) {
            throw refused(ErrorType.DEPENDENCY, "missing", "there is no program " + trivy.path());
        }
        Path folder = ProgramRun.room(home, ID);
        try {
            SourceCopy copy = SourceCopy.make(source, folder.resolve("src"));
            return copy.files().isEmpty()
                    ? ScanReport.notApplicable(ID, "the source holds no file")
                    : ask(trivy, new ProgramRun(context.processes(), call, folder), copy);
        } catch (UntrustedAnswer e) {
            throw refused(ErrorType.DEPENDENCY, "untrusted", "trivy proves nothing: " + e.getMessage());
        } finally {
            ProgramRun.remove(folder);
        }
    }

    private static ScanReport ask(TrivyProgram trivy, ProgramRun run, SourceCopy copy)
            throws IOException, UntrustedAnswer {
        Path folder = run.folder();
        Path source = folder.resolve("src");
        TrivyControl control =
                new TrivyControl("control-" + run.word(), trivy.database().isPresent());
        control.writeTo(source);
        // Without a list of its own it would look for one where it starts; it must be there.
        Files.createFile(folder.resolve("no-exceptions"));
        Path pinned = trivy.pinned(folder);
        int exitCode = run.exitCode(
                trivy.command(pinned, folder), trivy.database().stream().toList(), trivy.limit());
        TrivyAnswer answer = new TrivyAnswer(copy, control);
        List<Finding> findings = answer.findings(run.answer(), exitCode, source);
        return ScanReport.completed(
                ID, findings, new Coverage(copy.files().size(), copy.bytes(), gaps(trivy, copy, answer)));
    }

    private static List<String> gaps(TrivyProgram trivy, SourceCopy copy, TrivyAnswer answer) {
        if (trivy.database().isEmpty()) {
            return List.of("packages: trivy.database is not set");
        }
        List<String> gaps = new ArrayList<>();
        for (String file : copy.files()) {
            if (LOCKS.contains(file.substring(file.lastIndexOf('/') + 1)) && !answer.names(file)) {
                gaps.add(file + ": trivy names no package of it");
            }
        }
        return gaps;
    }

    private static QuantumLayerException setting(String message) {
        return refused(ErrorType.CONFIGURATION, "setting", message);
    }

    private static QuantumLayerException refused(ErrorType type, String code, String message) {
        return new QuantumLayerException(Failure.of(type, "scanner.trivy." + code, message));
    }
}
