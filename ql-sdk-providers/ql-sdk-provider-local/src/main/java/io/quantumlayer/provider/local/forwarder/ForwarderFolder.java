package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that host and forwarder share: one folder, one forwarder, one stable address.
 *
 * <p>Immutable and safe for use by several threads. It holds {@code token} (written by the host, readable by the owner
 * only), {@code ready} (who runs, written by the forwarder when it accepts connections), {@code target} (what a
 * restarted forwarder must know again) and {@code lock} (held while a forwarder runs).
 */
public final class ForwarderFolder {

    private static final int TOKEN_BYTES = 32;
    private static final int LOCK_TRIES = 10;
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    private ForwarderFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** Names a folder without touching it. */
    public static ForwarderFolder at(Path path) {
        return new ForwarderFolder(path);
    }

    /**
     * Makes the folder and its token unless they exist, both for the owner only; call it before the first start.
     *
     * @return this
     * @throws IOException when the folder cannot be written
     */
    public ForwarderFolder prepare() throws IOException {
        Files.createDirectories(path, attributes(OWNER_FOLDER));
        if (!Files.exists(token())) {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            Path next = path.resolve("token.next");
            Files.deleteIfExists(next);
            Files.createFile(next, attributes(OWNER_FILE));
            Files.writeString(next, HexFormat.of().formatHex(random));
            Files.move(next, token(), StandardCopyOption.ATOMIC_MOVE);
        }
        return this;
    }

    /** The folder's absolute path. */
    public Path path() {
        return path;
    }

    /**
     * What the last forwarder of this folder said when it was ready.
     *
     * <p>It may have been killed since: {@link ForwarderReady#process()} tells.
     *
     * @return empty before the first start and after a stop
     * @throws IOException when the file exists and cannot be read
     */
    public Optional<ForwarderReady> ready() throws IOException {
        return ForwarderReady.of(readyFile().read());
    }

    /**
     * Whether a forwarder of this folder lives: one holds the lock from before it is ready until it has ended.
     *
     * <p>Asking takes the lock for a moment; a forwarder that starts at that very moment tries again.
     *
     * @throws IOException when the lock exists and cannot be asked
     */
    public boolean running() throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return true; // a forwarder on a thread of this very JVM
        }
    }

    /**
     * Whether no forwarder of this folder is left: none holds the lock, and the last one's process has ended too, which
     * it does a moment after it gave the lock back.
     *
     * @throws IOException when the lock or what the last one said exists and cannot be read
     */
    public boolean ended() throws IOException {
        Optional<ForwarderReady> last = ready();
        if (last.isEmpty()) {
            last = ForwarderReady.of(endingFile().read());
        }
        return !running() && last.flatMap(ForwarderReady::process).isEmpty();
    }

    /**
     * Where a running forwarder notes its {@link ForwarderStats} about once a second, for readers that do not know the
     * token.
     *
     * <p>It holds the fields of the command STATS, one {@code name=value} a line, and {@code at}, when they were true.
     * Without open connections it stays as it is while nothing changes. It is absent until the first second has passed.
     */
    public Path stats() {
        return path.resolve("stats.properties");
    }

    StateFile readyFile() {
        return new StateFile(path.resolve("ready"));
    }

    /** What the last forwarder said when it was told to stop. */
    StateFile endingFile() {
        return new StateFile(path.resolve("ending"));
    }

    StateFile targetFile() {
        return new StateFile(path.resolve("target"));
    }

    Path token() {
        return path.resolve("token");
    }

    /** Reads the token, and refuses one that others than its owner may read. */
    Seal seal() throws IOException {
        if (posix()) {
            Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(token()));
            open.removeAll(OWNER_FILE);
            if (!open.isEmpty()) {
                throw new IOException("the file token must be readable by its owner only");
            }
        }
        byte[] token =
                Files.readString(token(), StandardCharsets.US_ASCII).trim().getBytes(StandardCharsets.US_ASCII);
        if (token.length < TOKEN_BYTES) {
            throw new IOException("the file token holds less than " + TOKEN_BYTES + " characters");
        }
        return new Seal(token);
    }

    /** Whether somebody removed the folder under a running forwarder, which nobody can command any more then. */
    boolean gone() {
        return !Files.exists(token());
    }

    /** Held until the process ends; empty when another process holds it, and not just to see who runs. */
    Optional<FileLock> lock() throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        for (int again = 0; lock == null && again < LOCK_TRIES; again++) {
            Pause.shortly();
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
