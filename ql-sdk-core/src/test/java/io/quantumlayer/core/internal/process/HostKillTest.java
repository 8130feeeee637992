package io.quantumlayer.core.internal.process;

import static io.quantumlayer.core.internal.process.Commands.javaHome;
import static io.quantumlayer.core.internal.process.Commands.text;
import static io.quantumlayer.core.internal.process.Commands.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills real hosts that start commands. */
@Timeout(240)
class HostKillTest {
    private static final int KILLS = 6;
    private static final int WINDOW_MICROS = 60_000;

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource(
            value = SandboxMode.class,
            names = {"OFF", "PREFERRED"})
    void aKilledHostTakesItsOwnCommandsAlongAndLeavesTheOthersRunning(SandboxMode mode) throws Exception {
        Process host = host(mode);
        try (LocalLauncher next = new LocalLauncher(javaHome(), mode)) {
            awaitLine(host, "started");
            until(() -> text(starts("host")).equals("started\n")
                    && text(starts("own")).equals("started\n"));
            host.destroyForcibly().waitFor();

            until(() -> state(next, "host").kind() == Kind.VANISHED);
            assertThat(state(next, "own").kind()).isEqualTo(Kind.RUNNING);
            assertThat(next.start(DyingHost.spec(root, "own")).pid())
                    .isEqualTo(state(next, "own").pid());
            assertThat(stop(next, "own").kind()).isEqualTo(Kind.EXITED);
            assertThat(text(starts("own"))).isEqualTo("started\n");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SandboxMode.class,
            names = {"OFF", "PREFERRED"})
    void aHostKilledWhileItStartsACommandNeverLeavesTwo(SandboxMode mode) throws Exception {
        Random random = new Random(20_261_124);
        for (int i = 0; i < KILLS; i++) {
            Process host = host(mode);
            awaitLine(host, "ready");
            assertThat(host.waitFor(random.nextInt(WINDOW_MICROS), TimeUnit.MICROSECONDS))
                    .isFalse();
            host.destroyForcibly().waitFor();
            try (LocalLauncher next = new LocalLauncher(javaHome(), mode)) {
                ProcessState adopted = next.start(DyingHost.spec(root, "own"));
                until(() -> text(starts("own")).equals("started\n"));
                assertThat(state(next, "own")).isEqualTo(adopted);
                stop(next, "own");
                assertThat(Commands.runningWith(DyingHost.seconds(root, "own"))).isEmpty();
                stop(next, "host");
            }
            assertThat(text(starts("own"))).isEqualTo("started\n");
            assertThat(Files.deleteIfExists(starts("own"))).isTrue();
        }
    }

    private Process host(SandboxMode mode) throws IOException {
        for (String life : List.of("own", "host")) {
            Files.createDirectories(root.resolve(life));
        }
        return new ProcessBuilder(
                        javaHome().resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        DyingHost.class.getName(),
                        root.toString(),
                        mode.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String classPath() {
        return Stream.of(DyingHost.class, LocalLauncher.class, ProcessState.class, Assertions.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void awaitLine(Process host, String expected) throws IOException {
        BufferedReader output = host.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(expected)) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo(expected);
    }

    private Path starts(String life) {
        return root.resolve(life).resolve("starts");
    }

    private ProcessState state(LocalLauncher launcher, String life) {
        return launcher.state(root.resolve(life), DyingHost.marker(root, life));
    }

    private ProcessState stop(LocalLauncher launcher, String life) {
        return launcher.stop(root.resolve(life), DyingHost.marker(root, life), Duration.ofSeconds(5));
    }
}
