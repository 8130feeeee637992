package io.quantumlayer.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path root;

    @Test
    void aFolderGoesWithAllItHoldsAndWhatItsLinksLeadToStays() throws IOException {
        Path kept = Files.createDirectory(root.resolve("kept"));
        Files.writeString(kept.resolve("file"), "kept");
        Path folder = Files.createDirectories(root.resolve("folder/a/b"));
        Files.createSymbolicLink(folder.resolve("to-folder"), kept);
        Files.createSymbolicLink(folder.resolve("to-file"), kept.resolve("file"));
        Files.createSymbolicLink(folder.resolve("to-nothing"), root.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("folder-link"), kept);

        Folders.delete(root.resolve("folder"));
        Folders.delete(root.resolve("folder-link"));
        Folders.delete(root.resolve("never-there"));

        assertThat(root.resolve("folder")).doesNotExist();
        assertThat(root.resolve("folder-link")).doesNotExist();
        assertThat(kept.resolve("file")).hasContent("kept");
    }

    @Test
    void foldersThatForbidEverythingGoToo() throws IOException {
        for (String permissions : new String[] {"r-xr-xr-x", "---------", "rw-rw-rw-"}) {
            Path inner = Files.createDirectories(root.resolve("folder/inner/deep"));
            Files.writeString(inner.resolve("file"), "x");
            Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString(permissions));
            Files.setPosixFilePermissions(inner.getParent(), PosixFilePermissions.fromString(permissions));

            Folders.delete(root.resolve("folder"));

            assertThat(root.resolve("folder")).as(permissions).doesNotExist();
        }
    }

    @Test
    void theTailOfAFileIsItsLastBytes() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "0123456789");

        assertThat(Folders.tail(file, 4)).hasValue("6789".getBytes(StandardCharsets.UTF_8));
        assertThat(Folders.tail(file, 100)).hasValue("0123456789".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linksFoldersAndMissingFilesHaveNoTail() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "secret");

        assertThat(Folders.tail(Files.createSymbolicLink(root.resolve("link"), file), 10))
                .isEmpty();
        assertThat(Folders.tail(root, 10)).isEmpty();
        assertThat(Folders.tail(root.resolve("nothing"), 10)).isEmpty();
    }
}
