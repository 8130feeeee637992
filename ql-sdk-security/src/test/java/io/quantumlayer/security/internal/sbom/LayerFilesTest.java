package io.quantumlayer.security.internal.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerFilesTest {
    @TempDir
    Path folder;

    private Path root;
    private LayerFiles layers;

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        layers = new LayerFiles(root);
    }

    @Test
    void laterLayersWin() throws IOException {
        layers.add(layer(file("a/b", "one"), file("a/c", "one")), false);
        layers.add(layer(file("a/b", "two")), false);

        assertThat(root.resolve("a/b")).hasContent("two");
        assertThat(root.resolve("a/c")).hasContent("one");
    }

    @Test
    void aFileReplacesAFolderAndAFolderAFile() throws IOException {
        layers.add(layer(file("a/b", "one"), file("c", "one")), false);
        layers.add(layer(file("a", "two"), file("c/d", "two")), false);

        assertThat(root.resolve("a")).hasContent("two");
        assertThat(root.resolve("c/d")).hasContent("two");
    }

    @Test
    void makesNoLinksAndSoWritesThroughNone() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("way", TarConstants.LF_SYMLINK);
        link.setLinkName(folder.toString());
        TarArchiveEntry hard = new TarArchiveEntry("hard", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        layers.add(layer(new Entry(link, ""), new Entry(hard, ""), file("way/file", "x")), false);

        assertThat(root.resolve("way/file")).hasContent("x");
        assertThat(folder.resolve("file")).doesNotExist();
        assertThat(root.resolve("hard")).doesNotExist();
    }

    @Test
    void refusesPathsThatLeaveTheImage() throws IOException {
        Path hostile = layer(file("a/../../outside", "x"));

        assertThatThrownBy(() -> layers.add(hostile, false))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("leaves");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private Path layer(Entry... entries) throws IOException {
        Path tar = Files.createTempFile(folder, "layer", ".tar");
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
            for (Entry entry : entries) {
                byte[] content = entry.text().getBytes(StandardCharsets.UTF_8);
                entry.head().setSize(content.length);
                out.putArchiveEntry(entry.head());
                out.write(content);
                out.closeArchiveEntry();
            }
        }
        return tar;
    }

    private static Entry file(String path, String text) {
        // Kept as it is written: leading dots too.
        return new Entry(new TarArchiveEntry(path, true), text);
    }

    private record Entry(TarArchiveEntry head, String text) {}
}
