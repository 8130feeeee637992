package io.quantumlayer.security.internal.sast;

import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An engine that judges program text. Stateless. */
interface Engine {
    /** The name by which settings and reports know it. */
    String name();

    /** The endings of the files it judges. */
    Set<String> endings();

    /** Writes what it needs into its folder, beside the copied source {@code src}. */
    void prepare(Path folder) throws IOException;

    /** The command that judges {@code src} and writes its answer to {@code answer.json}, both in its folder. */
    List<String> command(String program, Path folder);

    /**
     * Reads its answer.
     *
     * @throws UntrustedAnswer if the answer is no proof that it looked at every file
     */
    List<Issue> issues(Answer answer) throws UntrustedAnswer;

    /**
     * What an engine left behind.
     *
     * @param exitCode its exit code
     * @param text what it wrote, which may be nothing
     * @param folder its folder, below which its paths lie
     * @param files the files it had to judge, relative to {@code src}
     * @param control those among them that it cannot but find guilty
     */
    record Answer(int exitCode, String text, Path folder, Set<String> files, Control control) {
        /** A path as the engine writes it, relative to {@code src}. */
        String relative(String path) throws UntrustedAnswer {
            Path source = folder.resolve("src");
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(source)) {
                throw new UntrustedAnswer("it speaks of a file outside the source");
            }
            return source.relativize(file).toString().replace('\\', '/');
        }

        /** Checks that every file was looked at. */
        void covers(Set<String> seen) throws UntrustedAnswer {
            long missing = files.stream().filter(file -> !seen.contains(file)).count();
            if (missing > 0) {
                throw new UntrustedAnswer("it did not look at " + missing + " of " + files.size() + " files");
            }
        }
    }
}
