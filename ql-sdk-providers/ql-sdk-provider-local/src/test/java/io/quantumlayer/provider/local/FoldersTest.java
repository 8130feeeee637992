package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.provider.Observation.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    private Path root;

    @Test
    void whatIsMadeIsForItsOwnerAlone() throws IOException {
        Path folder = Folders.create(root.resolve("a").resolve("b"));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.getParent())).isEqualTo("rwx------");
        Folders.writePrivately(folder.resolve("file"), "x");
        assertThat(permissions(folder.resolve("file"))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void aTreeIsDeletedWithItsProtectedFoldersAndNoLinkIsFollowed() throws IOException {
        Path kept =
                Files.writeString(Files.createDirectory(root.resolve("outside")).resolve("kept"), "x");
        Path tree = Files.createDirectories(root.resolve("tree").resolve("inner"));
        Files.writeString(tree.resolve("file"), "x");
        Files.createSymbolicLink(tree.resolve("link"), kept.getParent());
        Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("r-xr-xr-x"));
        Folders.discard(root.resolve("tree"));
        assertThat(Folders.presence(root.resolve("tree"))).isEqualTo(Presence.ABSENT);
        assertThat(kept).exists();
    }

    @Test
    void whatAnEarlierRemovalLeftIsStillPresentAndGoesWithTheNextOne() throws IOException {
        Path tree = root.resolve("tree");
        Files.createDirectories(root.resolve("tree.removing").resolve("rest"));
        assertThat(Folders.presence(tree)).isEqualTo(Presence.PRESENT);
        Folders.discard(tree);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void pruningEndsAtTheFirstFolderThatIsSomebodys() throws IOException {
        Path deep = Files.createDirectories(root.resolve("a").resolve("b").resolve("c"));
        Files.createDirectory(root.resolve("a").resolve("other"));
        Folders.prune(deep, root);
        assertThat(root.resolve("a")).isDirectoryContaining("glob:**/other").isDirectoryNotContaining("glob:**/b");
        Files.delete(root.resolve("a").resolve("other"));
        Folders.prune(root.resolve("a"), root);
        assertThat(root).isEmptyDirectory();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
