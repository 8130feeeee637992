package io.quantumlayer.security.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trivy reads our bills of materials, and finds every package in them. */
class TrivySbomIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Sbom sbom;

    @BeforeEach
    void locks() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("package-lock.json"), """
            {"name": "root", "version": "1.0.0", "lockfileVersion": 3, "packages": {
              "": {"name": "root", "version": "1.0.0", "dependencies": {"lodash": "4.17.20"}},
              "node_modules/lodash": {"version": "4.17.20"},
              "node_modules/@babel/core": {"version": "7.28.0"}}}
            """);
        Files.writeString(source.resolve("requirements.txt"), "Flask==3.1.0\nrequests==2.32.3\n");
        Files.writeString(source.resolve("dependency-list.txt"), """
            The following files have been resolved:
               org.apache.logging.log4j:log4j-core:jar:2.14.1:compile
               org.slf4j:slf4j-api:jar:2.0.17:runtime
            """);
        Files.writeString(source.resolve("go.mod"), """
            module example.org/root

            go 1.24

            require github.com/gin-gonic/gin v1.10.1
            """);
        sbom = ImageSbom.of(source);
        assertThat(sbom.components()).hasSizeGreaterThan(6);
    }

    @Test
    void cycloneDx() throws Exception {
        assertThat(read(sbom.toCycloneDx())).isEqualTo(own());
    }

    @Test
    void spdx() throws Exception {
        assertThat(read(sbom.toSpdx(Instant.parse("2026-01-01T00:00:00Z")))).isEqualTo(own());
    }

    private Set<String> own() {
        return sbom.components().stream().map(Component::purl).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gives what trivy understood, which it writes as a bill of its own. */
    private Set<String> read(String document) throws Exception {
        Path file = Files.writeString(folder.resolve("sbom.json"), document);
        Path answer = folder.resolve("answer.json");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        trivy(),
                        "sbom",
                        "--format",
                        "cyclonedx",
                        "--skip-version-check",
                        "--offline-scan",
                        "--cache-dir",
                        folder.resolve("cache").toString(),
                        "--output",
                        answer.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        Set<String> purls = new TreeSet<>();
        for (JsonNode component : JSON.readTree(Files.readString(answer)).path("components")) {
            if (component.hasNonNull("purl")) {
                purls.add(component.path("purl").asText());
            }
        }
        return purls;
    }

    private static String trivy() {
        Path program = Optional.ofNullable(System.getenv("QL_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ql-peers"))
                .resolve("bin/trivy");
        assumeTrue(Files.isExecutable(program), "trivy is missing; .ci/peers trivy installs it");
        return program.toString();
    }
}
