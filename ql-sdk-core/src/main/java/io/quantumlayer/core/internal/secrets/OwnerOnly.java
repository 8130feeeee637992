package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.secrets.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what only its owner may read, and refuses everything else in words that name the reference. */
final class OwnerOnly {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final SecretRef reference;

    OwnerOnly(SecretRef reference) {
        this.reference = reference;
    }

    /** Reads a file; empty if it does not exist or holds nothing. */
    Optional<Secret> file(Path path) {
        try {
            BasicFileAttributes found = attributes(path);
            if (!found.isRegularFile()) {
                throw Refusals.because(reference, "must be a plain file, and no link", null);
            }
            requireOwnerOnly(path, "chmod 600");
            return secret(bytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Tells whether a folder is there, and refuses one that is a link or open to others. */
    boolean folder(Path path) {
        try {
            if (!attributes(path).isDirectory()) {
                throw Refusals.because(reference, "must lie in a folder that is no link: " + path, null);
            }
            requireOwnerOnly(path, "chmod 700");
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private RuntimeException unreadable(Path path, IOException e) {
        // A file where a folder is needed has no exception of its own here.
        return Refusals.because(reference, "cannot be read at " + path + ": " + reason(e), e);
    }

    private static String reason(IOException e) {
        @Nullable String reason = e instanceof FileSystemException refused ? refused.getReason() : null;
        return e.getClass().getSimpleName() + (reason == null ? "" : ", " + reason);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where the file system knows no such permissions, there is nothing to check. */
    private void requireOwnerOnly(Path path, String remedy) throws IOException {
        @Nullable
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            throw Refusals.because(reference, "must be closed to all but its owner; run: " + remedy + " " + path, null);
        }
    }

    private byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                Arrays.fill(bytes, (byte) 0);
                throw Refusals.because(reference, "must be at most " + MAX_BYTES / 1024 + " KiB", null);
            }
            return bytes;
        }
    }

    private Optional<Secret> secret(byte[] bytes) {
        int end = bytes.length;
        end -= end > 0 && bytes[end - 1] == '\n' ? 1 : 0;
        end -= end > 0 && end < bytes.length && bytes[end - 1] == '\r' ? 1 : 0;
        try {
            CharBuffer value = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            Optional<Secret> secret = value.length() == 0 ? Optional.empty() : Optional.of(Secret.of(value));
            Arrays.fill(value.array(), '\0');
            return secret;
        } catch (CharacterCodingException e) {
            throw Refusals.because(reference, "must be UTF-8 text", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
