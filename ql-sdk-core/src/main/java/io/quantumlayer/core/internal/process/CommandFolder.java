package io.quantumlayer.core.internal.process;

import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The files by which a command is started, found again and known to have ended; the command may have forged them. */
final class CommandFolder {
    static final String LOG = "command.log";
    static final String PID = "command.pid";
    static final String SCRIPT = "command.sh";
    private static final String EXIT = "command.exit";
    private static final int MAX_BYTES = 512;
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    CommandFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns who claimed the folder. */
    Optional<PidRecord> claim() {
        return text(PID).map(PidRecord::parse);
    }

    /** Returns when the claim was made: the link keeps the time its content was written. */
    @Nullable
    Instant claimedAt() {
        try {
            return Files.getLastModifiedTime(folder.resolve(PID), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
        } catch (IOException e) {
            return null;
        }
    }

    OptionalInt exitCode() {
        String text = text(EXIT).orElse("");
        return text.matches("\\d{1,3}\n") ? OptionalInt.of(Integer.parseInt(text.strip())) : OptionalInt.empty();
    }

    /**
     * Makes room for another start. The exit code goes first: while the claim stands nobody can write one, and
     * where there is no claim there is no exit code that could be taken for the next command's.
     */
    void clear() {
        Folders.delete(folder.resolve(EXIT));
        Folders.delete(folder.resolve(PID));
    }

    /** Claims the folder for nobody, so that a supervisor that is still on its way cannot. */
    void bar(String marker) {
        Path draft = folder.resolve(PID + ".bar");
        try {
            Folders.delete(draft);
            Files.writeString(draft, PidRecord.barred(marker).text(), StandardOpenOption.CREATE_NEW);
            Files.createLink(folder.resolve(PID), draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        } finally {
            Folders.delete(draft);
        }
    }

    /**
     * Writes what the supervisor runs; whatever a former command put in the place of a file is removed, not
     * followed.
     */
    void prepare(String script) {
        removeUnlessFile(LOG);
        removeUnlessFile(SCRIPT);
        try {
            Path draft = Files.createTempFile(folder, SCRIPT, ".new", PRIVATE);
            Files.writeString(draft, script);
            Files.move(draft, folder.resolve(SCRIPT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
    }

    private void removeUnlessFile(String name) {
        if (!Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            Folders.delete(folder.resolve(name));
        }
    }

    private Optional<String> text(String name) {
        return Folders.tail(folder.resolve(name), MAX_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
