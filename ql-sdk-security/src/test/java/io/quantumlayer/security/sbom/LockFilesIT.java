package io.quantumlayer.security.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What package managers lock on the spot is in the bill of materials, compared with what each of them lists itself. */
class LockFilesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PINNED = Pattern.compile("(?m)^([A-Za-z0-9._-]+)==([^\\s;]+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void source() throws IOException {
        source = Files.createDirectory(folder.resolve("source"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"express@4 helmet@8", "react@18 react-dom@18 vite@5", "eslint@9 typescript@5"})
    void npm(String packages) throws Exception {
        needs("npm");
        Files.writeString(source.resolve("package.json"), "{\"name\":\"root\",\"version\":\"1.0.0\"}");
        run(words("npm install --package-lock-only --ignore-scripts " + packages));
        Set<String> own = new TreeSet<>();
        for (JsonNode each : JSON.readTree(run(words("npm query * --package-lock-only")))) {
            own.add(each.path("name").asText() + "@" + each.path("version").asText());
        }
        own.remove("root@1.0.0");
        assertThat(listed()).isEqualTo(own).hasSizeGreaterThan(20);
    }

    @Test
    void pnpm() throws Exception {
        needs("npx");
        Files.writeString(source.resolve("package.json"), "{\"name\":\"root\",\"version\":\"1.0.0\"}");
        run(words("npx --yes pnpm@10.34.8 add --lockfile-only vue@3 vite@5"));
        Set<String> own = new TreeSet<>();
        gather(
                JSON.readTree(run(words("npx --yes pnpm@10.34.8 list --lockfile-only --depth Infinity --json")))
                        .path(0),
                own);
        assertThat(listed()).isEqualTo(own).hasSizeGreaterThan(20);
    }

    private static void gather(JsonNode project, Set<String> own) {
        for (String kind : List.of("dependencies", "devDependencies", "optionalDependencies")) {
            project.path(kind).properties().forEach(each -> {
                own.add(each.getKey() + "@" + each.getValue().path("version").asText());
                gather(each.getValue(), own);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fastapi|uvicorn[standard]", "django|celery"})
    void uv(String packages) throws Exception {
        String uv = python("uv==0.13.9", "uv");
        String dependencies =
                Arrays.stream(packages.split("\\|", -1)).map(p -> '"' + p + '"').collect(Collectors.joining(", "));
        Files.writeString(source.resolve("pyproject.toml"), """
                [project]
                name = "root"
                version = "0"
                requires-python = ">=3.11"
                dependencies = [%s]
                """.formatted(dependencies));
        run(words(uv + " lock -q"));
        String exported =
                run(words(uv + " export -q --no-hashes --no-emit-project --all-groups" + " --format requirements-txt"));
        assertThat(listed()).isEqualTo(pinned(exported)).hasSizeGreaterThan(8);
    }

    @Test
    void pip() throws Exception {
        String pip = python("flask requests", "pip");
        Files.writeString(source.resolve("requirements.txt"), run(words(pip + " freeze")));
        Set<String> own = new TreeSet<>();
        for (JsonNode each : JSON.readTree(run(words(pip + " list --format json --disable-pip-version-check")))) {
            own.add(normal(each.path("name").asText()) + "@"
                    + each.path("version").asText());
        }
        own.removeIf(each -> each.startsWith("pip@") || each.startsWith("setuptools@"));
        assertThat(listed()).isEqualTo(own).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.springframework.boot:spring-boot-starter-web:3.5.16", "io.temporal:temporal-sdk:1.32.1"})
    void maven(String coordinates) throws Exception {
        needs("mvn");
        String[] parts = coordinates.split(":", -1);
        Files.writeString(source.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId><artifactId>root</artifactId><version>1</version>
                  <dependencies><dependency>
                    <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                  </dependency></dependencies>
                </project>
                """.formatted(parts[0], parts[1], parts[2]));
        String local = System.getProperty("localRepository", "");
        String mvn = "mvn -B -q " + (local.isEmpty() ? "" : "-Dmaven.repo.local=" + local + " ")
                + "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
        run(words(mvn + "list -DoutputFile=dependency-list.txt"));
        Path tree = folder.resolve("tree.txt");
        run(words(mvn + "tree -DoutputType=dot -DoutputFile=" + tree));
        Set<String> own = new TreeSet<>();
        Matcher found = QUOTED.matcher(Files.readString(tree));
        while (found.find()) {
            String[] each = found.group(1).split(":", -1);
            if (each.length >= 5) {
                own.add(each[0] + ":" + each[1] + "@" + each[each.length - 2]);
            }
        }
        assertThat(listed()).isEqualTo(own).hasSizeGreaterThan(8);
    }

    @Test
    void go() throws Exception {
        needs("go");
        Files.writeString(source.resolve("main.go"), """
                package main

                import "github.com/gin-gonic/gin"

                func main() { gin.New() }
                """);
        run(words("go mod init example.org/root"));
        run(words("go mod tidy"));
        Set<String> compiled = modules(
                run(List.of("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", "./...")));
        Set<String> known = modules(run(words("go list -m all")));
        assertThat(listed()).containsAll(compiled).isSubsetOf(known).hasSizeGreaterThan(15);
    }

    private static Set<String> modules(String lines) {
        return lines.lines()
                .map(line -> line.trim().split(" ", -1))
                .filter(words -> words.length == 2)
                .map(words -> words[0] + "@" + words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void gradle() throws Exception {
        needs("gradle");
        Matcher version = Pattern.compile("(?m)^Gradle (\\d+)").matcher(run(words("gradle --version")));
        assumeTrue(version.find() && Integer.parseInt(version.group(1)) >= 5, "gradle is older than 5: no lock files");
        Files.writeString(source.resolve("settings.gradle"), "rootProject.name = 'root'");
        Files.writeString(source.resolve("build.gradle"), """
                plugins { id 'java' }
                repositories { mavenCentral() }
                dependencyLocking { lockAllConfigurations() }
                dependencies { implementation 'org.springframework.boot:spring-boot-starter-web:3.5.16' }
                """);
        String text = run(words("gradle -q dependencies --configuration runtimeClasspath --write-locks"));
        Set<String> own = new TreeSet<>();
        Matcher found = Pattern.compile("--- ([^: ]+:[^: ]+):(?:\\S+ -> )?([^: ]+?)(?: \\(.*)?$", Pattern.MULTILINE)
                .matcher(text);
        while (found.find()) {
            own.add(found.group(1) + "@" + found.group(2));
        }
        assertThat(listed()).isEqualTo(own).hasSizeGreaterThan(8);
    }

    private Set<String> listed() {
        Sbom sbom = ImageSbom.of(source);
        return sbom.components().stream()
                .map(each -> (each.purl().startsWith("pkg:pypi/") ? normal(each.name()) : each.name()) + "@"
                        + each.version())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pinned(String text) {
        Set<String> own = new TreeSet<>();
        Matcher found = PINNED.matcher(text);
        while (found.find()) {
            own.add(normal(found.group(1)) + "@" + found.group(2));
        }
        return own;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    /** Makes an environment beside the source with packages, and gives a program of it. */
    private String python(String packages, String program) throws Exception {
        needs("python3");
        Path environment = folder.resolve("environment");
        run(words("python3 -m venv " + environment));
        run(words(environment + "/bin/pip install -q --disable-pip-version-check " + packages));
        return environment + "/bin/" + program;
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    private static void needs(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
        assumeTrue(there, program + " is missing: install it with the packages of this system");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Path complained = Files.createTempFile(folder, "complained", ".txt");
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .directory(source.toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ended", command).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", command, Files.readString(complained) + Files.readString(said))
                .isZero();
        return Files.readString(said);
    }
}
