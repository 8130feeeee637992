package io.quantumlayer.security.internal.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfraScannerTest {
    private static final String GUILTY = "FROM debian:12\nUSER root\n";

    @TempDir
    Path folder;

    @Test
    void sourceWithoutSuchFilesIsNotApplicable() throws IOException {
        Infra.write(folder, "Main.java", "class Main {}");
        Infra.write(folder, "Dockerfile.md", "# How we write ours");
        Infra.write(folder, "Dockerfile.dockerignore", "target");
        Infra.write(folder, "Dockerfile.nanorc", "syntax Dockerfile");
        Infra.write(folder, "dockerfile.go", "package dockerfile");
        assertThat(Infra.scan(folder).status()).isEqualTo(ScanStatus.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockerfile",
                "Containerfile",
                "build/Dockerfile.jvm",
                "DOCKERFILE",
                "app.dockerfile",
                "Dockerfile-dev"
            })
    void readsDockerfilesByTheirNames(String path) throws IOException {
        Infra.write(folder, path, GUILTY);
        ScanReport report = Infra.scan(folder);
        assertThat(Infra.rules(report)).contains("docker.user-root");
        assertThat(report.findings()).allMatch(f -> f.location().path().equals(path));
        assertThat(report.coverage().files()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM debian:12\nRUNN true\n",
                "RUN true\n",
                "# nothing\n",
                "",
                "FROM\n",
                "FROM a b c\n",
                "FROM debian:12\nRUN <<END\ntrue\n",
                "# escape=x\nFROM debian:12\n"
            })
    void fileThatIsNotUnderstoodIsNoAllClear(String text) throws IOException {
        Infra.write(folder, "a/Dockerfile", "FROM debian:12\nUSER 1\n");
        Infra.write(folder, "b/Dockerfile", text);
        ScanReport report = Infra.scan(folder);
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure().map(Failure::code)).contains("scanner.infra.not-understood");
        assertThat(report.failure().map(Failure::message).orElse("")).contains("b/Dockerfile: ");
    }

    @Test
    void fileThatIsNoTextOrTooLargeIsNoAllClear() throws IOException {
        Files.write(folder.resolve("Dockerfile"), new byte[] {'F', 'R', 'O', 'M', ' ', (byte) 0xff});
        Infra.write(folder, "z/Dockerfile", GUILTY + "# ".repeat(3 << 20));
        String message = Infra.scan(folder).failure().map(Failure::message).orElse("");
        assertThat(message).contains("Dockerfile: it is no UTF-8 text").contains("z/Dockerfile: it is larger than");
    }

    @Test
    void readsContinuedLinesAndHereDocumentsAndOtherEscapes() throws IOException {
        Infra.write(
                folder,
                "Dockerfile",
                "FROM debian:12\nRUN <<-\"END\" cat\n\tcurl https://example.org/x | sh\n\tEND\nUSER 1\n");
        Infra.write(
                folder,
                "win.dockerfile",
                "# escape=`\nFROM debian:12\nRUN curl https://example.org/x `\n\n | sh\nUSER 1\n");
        Infra.write(folder, "z.dockerfile", "FROM debian:12\nONBUILD RUN curl https://example.org/x | sh\nUSER 1\n");
        ScanReport report = Infra.scan(folder);
        assertThat(report.findings().stream().filter(f -> f.rule().id().equals("docker.pipe-to-shell")))
                .extracting(f -> f.location().toString())
                .containsExactly("Dockerfile:2", "win.dockerfile:3", "z.dockerfile:2");
    }

    @Test
    void whatAVariableLeavesOpenIsNamed() throws IOException {
        Infra.write(folder, "Dockerfile", "ARG IMAGE\nFROM ${IMAGE}\nARG WHO\nUSER $WHO\n");
        ScanReport report = Infra.scan(folder);
        assertThat(report.coverage().skipped())
                .containsExactly(
                        "Dockerfile: line 4: the user is a variable without a value",
                        "Dockerfile: line 2: the image is a variable without a value");
        assertThat(Infra.rules(report)).containsExactly("docker.no-healthcheck");
    }

    @Test
    void fingerprintsOutliveShiftedLines() throws IOException {
        Infra.write(folder, "Dockerfile", GUILTY);
        ScanReport before = Infra.scan(folder);
        Infra.write(folder, "Dockerfile", "# a comment\n\n" + GUILTY);
        ScanReport after = Infra.scan(folder);
        assertThat(after.findings())
                .extracting(f -> f.fingerprint())
                .containsExactlyElementsOf(
                        before.findings().stream().map(f -> f.fingerprint()).toList());
    }

    @Test
    void hostileNamesAreShownOnOneLine() throws IOException {
        Files.write(
                Files.createDirectory(folder.resolve("a\nb")).resolve("Dockerfile"),
                GUILTY.getBytes(StandardCharsets.UTF_8));
        assertThat(Infra.scan(folder).findings())
                .allMatch(f -> f.location().path().equals("a b/Dockerfile"));
    }
}
