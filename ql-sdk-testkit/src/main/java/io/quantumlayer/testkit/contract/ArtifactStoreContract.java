package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of artifacts promises. */
public abstract class ArtifactStoreContract {
    @TempDir
    private Path folder;

    private ArtifactStore store;

    /** Only for subclasses. */
    protected ArtifactStoreContract() {}

    /**
     * Opens the one store of this test, as a new host process would.
     *
     * @return the store under test
     */
    protected abstract ArtifactStore store();

    @BeforeEach
    final void open() {
        store = store();
    }

    @Test
    @DisplayName("the same tree has the same digest, from memory and from a folder")
    final void addressesByContent() throws IOException {
        Digest digest = store.put(tree("hello", false));
        assertThat(store.put(tree("hello", false))).isEqualTo(digest);
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.createDirectory(source.resolve("bin"));
        Files.writeString(source.resolve("bin/run"), "hello");
        Files.writeString(source.resolve("empty"), "");
        assertThat(store.put(source)).isEqualTo(digest);
    }

    @Test
    @DisplayName("content, path and the right to execute each change the digest")
    final void coversAllThatMatters() {
        Set<Digest> digests = Set.of(
                store.put(tree("hello", false)),
                store.put(tree("hullo", false)),
                store.put(tree("hello", true)),
                store.put(FileTree.of(Map.of("bin/rum", bytes("hello"), "empty", bytes("")), Set.of())));
        assertThat(digests).hasSize(4);
    }

    @Test
    @DisplayName("a stored tree is there, can be read, and is there for a new process")
    final void keeps() throws IOException {
        Digest digest = store.put(tree("hello", true));
        assertThat(store.contains(digest)).isTrue();
        store = store();
        assertThat(store.contains(digest)).isTrue();
        assertThat(store.open(digest).resolve("bin/run")).hasContent("hello");
        assertThat(Files.isExecutable(store.open(digest).resolve("bin/run"))).isTrue();
    }

    @Test
    @DisplayName("a tree that was never stored is not there, and opening it fails as a dependency")
    final void missesWhatIsNotThere() {
        Digest unknown = Digest.of("never stored");
        assertThat(store.contains(unknown)).isFalse();
        refused(() -> store.open(unknown), ErrorType.DEPENDENCY);
    }

    @Test
    @DisplayName("a copy is equal to the tree and its own")
    final void copies() throws IOException {
        Digest digest = store.put(tree("hello", true));
        Path copy = folder.resolve("copy");
        store.copyTo(digest, copy);
        assertThat(store.put(copy)).isEqualTo(digest);
        Files.writeString(copy.resolve("bin/run"), "changed");
        assertThat(store.open(digest).resolve("bin/run")).hasContent("hello");
    }

    @Test
    @DisplayName("a folder that holds a link is refused as invalid")
    final void refusesLinks() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.createSymbolicLink(source.resolve("link"), folder);
        refused(() -> store.put(source), ErrorType.VALIDATION);
    }

    @Test
    @DisplayName("many who store one tree at once get one digest and a whole tree")
    final void isSafeForMany() {
        List<CompletableFuture<Digest>> puts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> store.put(tree("together", true))))
                .toList();
        Set<Digest> digests =
                Set.copyOf(puts.stream().map(CompletableFuture::join).distinct().toList());
        assertThat(digests).hasSize(1);
        assertThat(store.open(digests.iterator().next()).resolve("bin/run")).hasContent("together");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorType type) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(QuantumLayerException.class))
                .satisfies(e -> assertThat(e.failure().type()).isEqualTo(type));
    }

    private static FileTree tree(String text, boolean executable) {
        Map<String, byte[]> files = Map.of("bin/run", bytes(text), "empty", bytes(""));
        return FileTree.of(files, executable ? Set.of("bin/run") : Set.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
