package io.quantumlayer.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * An order to end, as Ctrl-C is one, to the command line in a process of its own. It is SIGTERM here: a shell starts
 * what runs in its background with SIGINT ignored, and so does a build server.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class InterruptionIT {
    @TempDir
    Path home;

    @Test
    void whatRunsIsRemovedOnCtrlC() throws Exception {
        Process ql = ql();
        readUntil(ql, "It runs until Ctrl-C.");
        interrupt(ql);

        assertThat(rest(ql)).contains("DESTROYED");
        assertThat(ql.waitFor()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aRunUnderWayIsCancelledOnCtrlC() throws Exception {
        Process ql = ql();
        readUntil(ql, "[ 6/12]");
        interrupt(ql);

        assertThat(rest(ql)).contains("CANCELLED").doesNotContain("LIVE http");
        assertThat(ql.waitFor()).isEqualTo(ExitCode.FAILED);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(file -> file.getParent().endsWith("releases")))
                    .isEmpty();
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void readUntil(Process process, String mark) throws IOException {
        StringBuilder seen = new StringBuilder();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        while (seen.indexOf(mark) < 0) {
            String line = reader.readLine();
            assertThat(line).as("ended before " + mark + ":\n" + seen).isNotNull();
            seen.append(line).append('\n');
        }
    }

    private static String rest(Process process) throws IOException {
        StringBuilder rest = new StringBuilder();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    private Process ql() throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                QlMain.class.getName(),
                "run",
                "--home",
                home.toString());
        process.environment().put("QL_TERMINAL", "1");
        return process.redirectErrorStream(true).start();
    }
}
