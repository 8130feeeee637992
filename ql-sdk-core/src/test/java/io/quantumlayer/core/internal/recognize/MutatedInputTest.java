package io.quantumlayer.core.internal.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.core.PlanFile;
import io.quantumlayer.core.internal.artifact.FileArtifactStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoilt plan files, metadata of sources and names of files are accepted or refused with a reason, each within a second
 * of a processor's time and 256 MiB of allocations, and nothing is written but into the store.
 */
class MutatedInputTest {
    private static final int SLICE = 1_500;
    private static final int ALL = 1_000_000;
    private static final int STORED = 50;
    private static final long SECOND = 1_000_000_000L;
    private static final long MEMORY = 256L * 1024 * 1024;
    private static final List<String> PLANS = List.of("""
            apiVersion: quantumlayer.io/v1alpha1
            kind: DeploymentPlan
            metadata: {name: todo, tenant: acme}
            spec:
              source:
                requirement: Create a REST service for a todo list with authentication
              language: java
              compliance: [soc2]
              environment: {GREETING: hello}
              healthPath: /health
            """, """
            {"apiVersion": "quantumlayer.io/v1alpha1", "kind": "DeploymentPlan", "metadata": {"name": "shop"},
             "spec": {"source": {"sourceDirectory": "../shop"}, "command": ["node", "a.js"]}}
            """);
    private static final List<Map<String, String>> SOURCES = List.of(
            Map.of(
                    "pom.xml",
                    "<project><artifactId>a</artifactId><packaging>pom</packaging><modules><module>web</module>"
                            + "</modules></project>",
                    "web/pom.xml",
                    "<project><artifactId>w</artifactId><build><plugins><plugin><artifactId>spring-boot-maven-plugin"
                            + "</artifactId></plugin></plugins></build></project>",
                    ".gitignore",
                    "target/\n*.log\n!keep.log\n"),
            Map.of(
                    "package.json",
                    "{\"main\":\"a.js\",\"scripts\":{\"start\":\"node a.js\"},\"dependencies\":{\"express\":\"5\"}}",
                    "a.js",
                    "",
                    "Procfile",
                    "web: node a.js\n"),
            Map.of(
                    "pyproject.toml",
                    "[project]\nname = 'a'\ndependencies = ['fastapi>=0.1', 'uvicorn']\n",
                    "poetry.lock",
                    "[[package]]\nname = 'flask'\nversion = '3.1.0'\nfiles = [{file = 'f', hash = 'sha256:aa'}]\n",
                    "app.py",
                    "from flask import Flask\napp = Flask(__name__)\n"),
            Map.of(
                    "requirements.txt",
                    "flask==3.1.0\ngunicorn\n",
                    "app.py",
                    "from flask import Flask\napp = Flask(__name__)\n",
                    "Dockerfile",
                    "FROM python:3\nEXPOSE 8080\nUSER app\nCMD [\"python\", \"app.py\"]\n"));
    private static final List<String> NAMES =
            List.of("src/main/java/a/A.java", "README.md", "a/b/../c", "web/index.html");

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SourceRecognition recognition = new SourceRecognition(tool -> Optional.empty());

    @TempDir
    Path temp;

    private FileArtifactStore artifacts;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(temp.resolve("outside"), "untouched");
        artifacts = FileArtifactStore.open(temp.resolve("root/artifacts"));
    }

    @Test
    void aSliceIsAcceptedOrRefused() throws IOException {
        hold(0, SLICE);
    }

    @Test
    @Tag("long")
    void aMillionIsAcceptedOrRefused() throws IOException {
        hold(SLICE, ALL);
    }

    @Test
    void seedsThatOnceWentWrongAreAcceptedOrRefused() throws IOException {
        hold(445_321, 445_322);
    }

    @Test
    void aNameThatNoFileSystemTakesIsRefused() {
        Map<String, byte[]> fits = Map.of("a/" + "é".repeat(127), new byte[0]);
        assertThat(artifacts.contains(artifacts.put(FileTree.of(fits, Set.of()))))
                .isTrue();
        Map<String, byte[]> tooLong = Map.of("a/" + "é".repeat(128), new byte[0]);
        assertThatThrownBy(() -> FileTree.of(tooLong, Set.of())).hasMessageContaining("plain relative path");
    }

    private void hold(int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            Mutation mutation = new Mutation(seed);
            long time = thread.getCurrentThreadCpuTime();
            long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
            switch (seed % 3) {
                case 0 -> plan(seed, mutation);
                case 1 -> source(seed, mutation);
                default -> names(seed, mutation);
            }
            assertThat(thread.getCurrentThreadCpuTime() - time)
                    .as("seed " + seed)
                    .isLessThan(SECOND);
            assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes)
                    .as("seed " + seed)
                    .isLessThan(MEMORY);
        }
        assertThat(entries(temp)).containsExactlyInAnyOrder("outside", "root");
        assertThat(entries(temp.resolve("root")))
                .allMatch(name -> Set.of("artifacts", "source").contains(name));
        assertThat(temp.resolve("outside")).hasContent("untouched");
    }

    private static void plan(int seed, Mutation mutation) {
        String text = mutation.of(mutation.one(PLANS));
        try {
            assertThat(PlanFile.parse(text).name()).as("seed " + seed).isNotEmpty();
        } catch (InvalidPlanException refused) {
            assertThat(refused.violations()).as("seed " + seed).isNotEmpty();
        } catch (RuntimeException | StackOverflowError defect) {
            throw new AssertionError("seed " + seed + " of a plan", defect);
        }
    }

    private void source(int seed, Mutation mutation) throws IOException {
        Map<String, String> whole = new TreeMap<>(mutation.one(SOURCES));
        String spoilt = mutation.one(List.copyOf(whole.keySet()));
        Path folder = temp.resolve("root/source");
        for (Map.Entry<String, String> file : whole.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String text = file.getKey().equals(spoilt) || mutation.sometimes()
                    ? mutation.of(file.getValue())
                    : file.getValue();
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> before = contents(folder);
        try {
            recognized(
                    seed, DeploymentPlan.named("given").sourceDirectory(folder).build());
        } catch (QuantumLayerException refused) {
            assertThat(refused.failure().message()).as("seed " + seed).isNotBlank();
        } catch (RuntimeException | StackOverflowError defect) {
            throw new AssertionError("seed " + seed + " of a source, " + spoilt + " spoilt", defect);
        }
        assertThat(contents(folder)).as("seed " + seed).isEqualTo(before);
        for (String path : whole.keySet()) {
            Files.delete(folder.resolve(path));
        }
    }

    private void recognized(int seed, DeploymentPlan plan) {
        assertThat(recognition.seen(plan)).isNotEmpty();
        if (seed % STORED == 1) {
            assertThat(recognition.take(plan, artifacts).recipe().run()).isNotEmpty();
        }
    }

    private void names(int seed, Mutation mutation) {
        Map<String, byte[]> files = NAMES.stream()
                .map(name -> mutation.sometimes() ? mutation.of(name) : name)
                .filter(name -> !name.equals("a/b/../c") || mutation.sometimes())
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> new byte[] {1}));
        try {
            FileTree tree = FileTree.of(files, Set.of());
            if (seed % STORED == 2) {
                assertThat(artifacts.contains(artifacts.put(tree))).isTrue();
            }
        } catch (IllegalArgumentException | QuantumLayerException refused) {
            assertThat(refused.getMessage()).as("seed " + seed).isNotBlank();
        } catch (RuntimeException | StackOverflowError defect) {
            throw new AssertionError("seed " + seed + " of names " + files.keySet(), defect);
        }
    }

    private static Set<String> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
