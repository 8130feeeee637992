package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trees that are being written, each named after the process that writes it, so that a later one may clean up.
 */
final class Drafts {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\d{1,18})-\\w+");

    private final Path folder;
    private final String prefix;

    Drafts(Path folder) {
        this.folder = folder;
        ProcessHandle self = ProcessHandle.current();
        this.prefix = self.pid() + "-" + started(self) + "-";
    }

    Path create() throws IOException {
        return Files.createTempDirectory(folder, prefix);
    }

    void removeOfDeadWriters() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder)) {
            for (Path draft : drafts) {
                if (!isBeingWritten(draft)) {
                    Folders.delete(draft);
                }
            }
        }
    }

    private static boolean isBeingWritten(Path draft) {
        Matcher name = NAME.matcher(draft.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(name.group(1)));
        return writer.filter(process -> started(process) == Long.parseLong(name.group(2)))
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
