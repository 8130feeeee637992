package io.quantumlayer.core.internal.process;

import static io.quantumlayer.core.internal.process.Commands.MARKER;
import static io.quantumlayer.core.internal.process.Commands.javaHome;
import static io.quantumlayer.core.internal.process.Commands.log;
import static io.quantumlayer.core.internal.process.Commands.run;
import static io.quantumlayer.core.internal.process.Commands.shell;
import static io.quantumlayer.core.internal.process.Commands.sleeping;
import static io.quantumlayer.core.internal.process.Commands.text;
import static io.quantumlayer.core.internal.process.Commands.until;
import static io.quantumlayer.core.internal.process.Commands.untilExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands inside bubblewrap. */
class SandboxedLauncherTest extends LauncherContract {
    @Override
    LocalLauncher newLauncher() {
        return new LocalLauncher(javaHome(), SandboxMode.REQUIRED);
    }

    @BeforeEach
    void requireBubblewrap() {
        assumeTrue(
                launcher.sandbox().available(),
                () -> "peer bubblewrap is missing; .ci/peers bubblewrap setpriv ("
                        + launcher.sandbox().reason() + ")");
    }

    @Test
    void theSandboxNamesItselfAndWhatItDoes() {
        assertThat(launcher.sandbox().name()).matches("bubblewrap \\d+\\.\\d+.*");
        assertThat(launcher.sandbox().reason()).containsPattern("host uid [1-9]");
    }

    @Test
    void theKernelSeesNoRootNoCapabilityAndNoWayToGainOneFromOutside() throws IOException {
        launcher.start(shell(folder, "exec sleep 7381")
                .network(true)
                .outlivesHost(true)
                .build());
        until(() -> !sleeping("7381").isEmpty());

        String status = Files.readString(Path.of("/proc/" + sleeping("7381").get(0) + "/status"));

        assertThat(status).containsPattern("Uid:\t[1-9]\\d*\t[1-9]\\d*\t[1-9]\\d*\t[1-9]");
        assertThat(status).contains("CapEff:\t0000000000000000", "CapPrm:\t0000000000000000", "NoNewPrivs:\t1");
    }

    @Test
    void onlyWhatWasGivenIsVisible() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "canary");
        Path readable = Files.createDirectory(root.resolve("readable"));
        Files.writeString(readable.resolve("file"), "can be read");
        Path writable = Files.createDirectory(root.resolve("writable"));
        String script =
                "cat '%s'; cat '%s/file'; echo x >'%s/new'; echo kept >'%s/file'; echo x >/usr/x; ls /home /root"
                        .formatted(secret, readable, readable, writable);

        run(launcher, shell(folder, script).addReadable(readable).addWritable(writable));

        assertThat(log(folder)).contains("can be read").doesNotContain("canary");
        assertThat(log(folder).lines().filter(line -> line.contains("/root") || line.contains("/home")))
                .hasSize(2)
                .allMatch(line -> line.contains("No such file"));
        assertThat(readable.resolve("new")).doesNotExist();
        assertThat(Path.of("/usr/x")).doesNotExist();
        assertThat(text(writable.resolve("file"))).isEqualTo("kept\n");
    }

    @Test
    void aCommandHasNoNetworkUnlessItAskedForIt() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String connect = "use IO::Socket::INET; exit(IO::Socket::INET->new('127.0.0.1:%d') ? 0 : 9)"
                    .formatted(server.getLocalPort());
            CommandSpec.Builder spec = CommandSpec.builder(MARKER, folder, List.of("/usr/bin/perl", "-e", connect));

            assertThat(run(launcher, spec).exitCode()).isEqualTo(9);
            assertThat(run(launcher, spec.network(true)).exitCode()).isZero();
        }
    }

    @Test
    void logAndIdentityCannotBeReplacedFromInside() {
        run(launcher, shell(folder, "rm -f command.log command.pid; mv command.log x; echo >command.pid; echo end"));

        assertThat(log(folder)).contains("end");
        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.EXITED);
    }

    @Test
    void aForgedExitCodeDoesNotHideARunningCommand() {
        launcher.start(shell(folder, "ln -s /etc/forged command.exit; echo up >up; exec sleep 7391")
                .build());
        untilExists(folder.resolve("up"));

        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.RUNNING);
        assertThat(launcher.stop(folder, MARKER, Duration.ofSeconds(5)).exitCode())
                .isEqualTo(143);
        assertThat(sleeping("7391")).isEmpty();
        assertThat(Path.of("/etc/forged")).doesNotExist();
    }

    @Test
    void whatHidesItsMarkerAndItsSessionEndsAllTheSame() {
        String hide = "(env -i setsid sleep 7401 &) ; sleep 0.1; echo up >up; %s";
        launcher.start(shell(folder, hide.formatted("exec sleep 600"))
                .outlivesHost(true)
                .build());
        untilExists(folder.resolve("up"));
        until(() -> !sleeping("7401").isEmpty());
        launcher.stop(folder, MARKER, Duration.ZERO);
        assertThat(sleeping("7401")).isEmpty();

        run(launcher, shell(folder, hide.formatted("exit 0")));
        assertThat(sleeping("7401")).isEmpty();
    }

    @Test
    void theJdkWorksInside() {
        String java = launcher.java().toString();
        CommandSpec.Builder spec =
                CommandSpec.builder(MARKER, folder, List.of(java, "-XX:TieredStopAtLevel=1", "Hello.java"));
        write(folder.resolve("Hello.java"), """
                public class Hello {
                    public static void main(String[] args) throws Exception {
                        javax.net.ssl.SSLContext.getDefault();
                        java.nio.file.Files.createTempFile("a", "b");
                        System.out.println(System.getProperty("user.name") + " on "
                                + java.net.InetAddress.getByName("localhost").isLoopbackAddress());
                    }
                }
                """);

        assertThat(run(launcher, spec).exitCode()).as(() -> log(folder)).isZero();
        assertThat(log(folder)).isEqualTo("ql on true\n");
    }

    @Test
    void theEnvironmentOfACommandStaysInsideTheSandbox() {
        long pid = launcher.start(shell(folder, "exec sleep 600")
                        .addEnvironment("LD_PRELOAD", folder + "/evil.so")
                        .addEnvironment("VALUE", "canary-7411")
                        .build())
                .pid();

        assertThat(text(Path.of("/proc/" + pid + "/environ")))
                .contains("QL_MARKER")
                .doesNotContain("LD_", "canary");
        assertThat(ProcessHandle.allProcesses()
                        .map(p -> text(Path.of("/proc/" + p.pid() + "/cmdline")))
                        .filter(line -> line.contains("canary-7411")))
                .allMatch(line -> line.startsWith("env"));
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
