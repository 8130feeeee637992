package io.quantumlayer.core.internal.artifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.FileTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest {
    private static final FileTree TREE = FileTree.of(
            Map.of("run.sh", "#!/bin/sh\n".getBytes(UTF_8), "lib/a b/c.txt", "content".getBytes(UTF_8)),
            Set.of("run.sh"));

    @TempDir
    Path home;

    private Path root;
    private FileArtifactStore store;

    @BeforeEach
    void open() {
        root = home.resolve("artifacts");
        store = FileArtifactStore.open(root);
    }

    @Test
    void aTreeComesBackAsItWasPut() throws IOException {
        Digest digest = store.put(TREE);

        assertThat(store.contains(digest)).isTrue();
        assertThat(contents(store.open(digest)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "run.sh", "r-xr-xr-x #!/bin/sh\n",
                        "lib/a b/c.txt", "r--r--r-- content"));
    }

    @Test
    void theDigestIsTheDocumentedOneOnEveryMachine() throws IOException {
        byte[] document = concat(
                "ql-tree 1\nlib/a b/c.txt\0-\0".getBytes(UTF_8),
                Digest.sha256().digest("content".getBytes(UTF_8)),
                "run.sh\0x\0".getBytes(UTF_8),
                Digest.sha256().digest("#!/bin/sh\n".getBytes(UTF_8)));

        assertThat(store.put(TREE)).isEqualTo(Digest.of(document));
        assertThat(store.put(TREE).hex()).isEqualTo("57bac5204b850ed1e921c5120e58138182eb4fffc3be38dd3f9d21231f096a22");
    }

    @Test
    void folderAndMemoryGiveTheSameDigestWhateverOwnerTimeAndEmptyFolders() throws IOException {
        Path folder = write(home.resolve("source"), TREE);
        Files.createDirectories(folder.resolve("empty/inside"));
        Files.setPosixFilePermissions(folder.resolve("run.sh"), PosixFilePermissions.fromString("rwx------"));
        Files.setLastModifiedTime(folder.resolve("run.sh"), FileTime.fromMillis(1));

        assertThat(store.put(folder)).isEqualTo(store.put(TREE));
    }

    @Test
    void pathBitAndContentEachChangeTheDigest() {
        byte[] a = {'a'};
        List<FileTree> trees = List.of(
                FileTree.of(Map.of(), Set.of()),
                FileTree.of(Map.of("f", a), Set.of()),
                FileTree.of(Map.of("f", a), Set.of("f")),
                FileTree.of(Map.of("g", a), Set.of()),
                FileTree.of(Map.of("f", new byte[] {'b'}), Set.of()),
                FileTree.of(Map.of("f", a, "g", a), Set.of()),
                FileTree.of(Map.of("f/g", a), Set.of()));

        assertThat(trees.stream().map(store::put)).doesNotHaveDuplicates().allMatch(store::contains);
    }

    @Test
    void aCopyMayBeWrittenAndExecuted() throws IOException {
        Path target = home.resolve("releases/r1");
        store.copyTo(store.put(TREE), target);

        assertThat(contents(target))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "run.sh", "rwxr-xr-x #!/bin/sh\n",
                        "lib/a b/c.txt", "rw-r--r-- content"));
        assertThat(permissions(target.resolve("lib"))).isEqualTo("rwxr-xr-x");
        assertThatThrownBy(() -> store.copyTo(store.put(TREE), target)).hasMessageContaining("exists already");
    }

    @Test
    void aCopyReplacesWhatAnInterruptedOneLeft() throws IOException {
        Path target = home.resolve("release");
        Files.createDirectories(home.resolve("release.part/lib"));
        Files.writeString(home.resolve("release.part/lib/stale"), "stale");

        store.copyTo(store.put(TREE), target);

        assertThat(contents(target)).hasSize(2);
        assertThat(home.resolve("release.part")).doesNotExist();
    }

    @Test
    void linksPipesAndHostileNamesAreRefusedByNameAllAtOnce() throws Exception {
        Path folder = write(home.resolve("source"), TREE);
        Files.createSymbolicLink(folder.resolve("lib/escape"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("dir"), Path.of("/etc"));
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "x");
        Files.writeString(folder.resolve("RUN.SH"), "x");
        Files.writeString(folder.resolve("back\\slash"), "x");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> store.put(folder))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("validation [artifact.refused]")
                .hasMessageContaining("'lib/escape' is a link")
                .hasMessageContaining("'dir' is a link")
                .hasMessageContaining("'pipe' is neither a file nor a folder")
                .hasMessageContaining("'.git/config' is not a plain relative path")
                .hasMessageContaining("'back\\slash' is not a plain relative path")
                .hasMessageContaining("only by case");
        assertThat(children(root)).containsExactly("drafts");
        assertThat(children(root.resolve("drafts"))).isEmpty();
    }

    @Test
    void aTreeBeyondTheLimitsIsRefusedAsAResourceErrorAndLeavesNothing() throws IOException {
        Path small = home.resolve("small");
        FileArtifactStore narrow = FileArtifactStore.open(small, new Limits(2, 20));
        Path folder = write(home.resolve("source"), TREE);
        narrow.put(folder);
        Files.writeString(folder.resolve("more"), "");
        assertThatThrownBy(() -> narrow.put(folder)).hasMessageContaining("resource [artifact.too-large]");
        Files.delete(folder.resolve("more"));
        Files.writeString(folder.resolve("run.sh"), "x".repeat(14));
        assertThatThrownBy(() -> narrow.put(folder)).hasMessageContaining("resource [artifact.too-large]");
        assertThatThrownBy(() -> narrow.put(FileTree.of(Map.of("a", new byte[21]), Set.of())))
                .hasMessageContaining("resource [artifact.too-large]");
        Files.delete(folder.resolve("run.sh"));
        Files.createDirectories(folder.resolve("a/b/c"));
        assertThatThrownBy(() -> narrow.put(folder)).hasMessageContaining("resource [artifact.too-large]");

        assertThat(children(small)).hasSize(2).contains("drafts");
        assertThat(children(small.resolve("drafts"))).isEmpty();
    }

    @Test
    void anUnknownDigestIsADependencyError() {
        Digest unknown = Digest.of("unknown");

        assertThat(store.contains(unknown)).isFalse();
        assertThatThrownBy(() -> store.open(unknown)).hasMessageContaining("dependency [artifact.missing]");
        assertThatThrownBy(() -> store.copyTo(unknown, home.resolve("x")))
                .hasMessageContaining("dependency [artifact.missing]");
    }

    @Test
    void sixteenWritersOfOneTreeLeaveOneCopy() throws Exception {
        Random random = new Random(7);
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            byte[] content = new byte[2_000];
            random.nextBytes(content);
            files.put("folder" + i % 7 + "/file" + i, content);
        }
        FileTree tree = FileTree.of(files, Set.of());
        ExecutorService writers = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Digest>> digests = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                FileArtifactStore own = i % 2 == 0 ? store : FileArtifactStore.open(root);
                digests.add(writers.submit(() -> {
                    start.await();
                    return own.put(tree);
                }));
            }
            start.countDown();
            for (Future<Digest> digest : digests) {
                assertThat(digest.get()).isEqualTo(digests.get(0).get());
            }
            assertThat(contents(store.open(digests.get(0).get()))).hasSize(50);
            assertThat(children(root)).hasSize(2);
            assertThat(children(root.resolve("drafts"))).isEmpty();
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void draftsOfDeadWritersGoAndThoseOfLivingOnesStay() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().orElseThrow().toEpochMilli();
        Path drafts = root.resolve("drafts");
        Path living = Files.createDirectory(drafts.resolve(self.pid() + "-" + started + "-1"));
        Files.createDirectories(drafts.resolve(self.pid() + "-" + (started - 1) + "-2/tree/lib"));
        Path sealed = Files.createDirectories(drafts.resolve("999999999-1-3/tree/lib"));
        Files.writeString(sealed.resolve("f"), "x");
        Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.writeString(drafts.resolve("stray"), "x");

        FileArtifactStore.open(root);

        assertThat(children(drafts)).containsExactly(living.getFileName().toString());
    }

    @Test
    void aStoredTreeSurvivesAnotherOpen() {
        Digest digest = store.put(TREE);

        assertThat(FileArtifactStore.open(root).contains(digest)).isTrue();
    }

    @Test
    void aDamagedTreeIsSeenRemovedAndCanBeStoredAgain() throws IOException {
        Digest digest = store.put(TREE);
        assertThat(store.verify(digest)).isTrue();
        assertThat(store.verify(Digest.of("nothing"))).isFalse();
        Path file = store.open(digest).resolve("lib/a b/c.txt");
        for (String content : List.of("CONTENT", "")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            Files.writeString(file, content);

            assertThat(FileArtifactStore.open(root).verify(digest)).isFalse();
            assertThat(store.contains(digest)).isFalse();
            assertThat(children(root.resolve("drafts"))).isEmpty();
            assertThat(store.put(TREE)).isEqualTo(digest);
            assertThat(store.verify(digest)).isTrue();
        }
    }

    @Test
    void aLinkInThePlaceOfATreeIsDamageAndWhatItLeadsToStays() throws IOException {
        Digest digest = store.put(TREE);
        Path elsewhere = write(home.resolve("elsewhere"), TREE);
        Path place = root.resolve(digest.hex());
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        Files.move(place, home.resolve("moved"));
        Files.createSymbolicLink(place, elsewhere);

        assertThat(store.verify(digest)).isFalse();
        assertThat(place).doesNotExist();
        assertThat(elsewhere.resolve("run.sh")).exists();
    }

    private static Path write(Path folder, FileTree tree) throws IOException {
        for (String path : tree.paths()) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, tree.content(path));
            assertThat(file.toFile().setExecutable(tree.executable(path))).isTrue();
        }
        return folder;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), ISO_8859_1);
                contents.put(folder.relativize(file).toString(), permissions(file) + " " + text);
            }
        }
        return contents;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
