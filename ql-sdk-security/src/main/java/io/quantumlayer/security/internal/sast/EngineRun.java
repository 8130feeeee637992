package io.quantumlayer.security.internal.sast;

import io.quantumlayer.security.internal.program.ProgramRun;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs one engine over a copy of the source. */
final class EngineRun {
    private final ProgramRun run;
    private final Program program;

    EngineRun(ProgramRun run, Program program) {
        this.run = run;
        this.program = program;
    }

    /**
     * A program that was set.
     *
     * @param engine what it is
     * @param path where it is
     * @param readable what it must read besides the system
     * @param limit how long it may take
     */
    record Program(Engine engine, String path, List<Path> readable, Duration limit) {}

    /** Runs it to its end, and says how it ended and what it wrote. */
    Engine.Answer over(SourceFiles files) throws IOException, UntrustedAnswer {
        Path folder = run.folder();
        Path source = Files.createDirectory(folder.resolve("src"));
        files.copyTo(source);
        Control control = Control.of(files.paths(), run.word());
        control.writeTo(source);
        program.engine().prepare(folder);
        int exitCode =
                run.exitCode(program.engine().command(program.path(), folder), program.readable(), program.limit());
        return new Engine.Answer(exitCode, run.answer(), folder, control.with(files.paths()), control);
    }
}
