package io.quantumlayer.core.internal.process;

import static io.quantumlayer.core.internal.process.Commands.javaHome;
import static io.quantumlayer.core.internal.process.Commands.run;
import static io.quantumlayer.core.internal.process.Commands.shell;
import static io.quantumlayer.core.internal.process.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.spi.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands on a machine without a sandbox, or where it is switched off. */
class UnconfinedLauncherTest extends LauncherContract {
    @Override
    LocalLauncher newLauncher() {
        return new LocalLauncher(javaHome(), SandboxMode.OFF);
    }

    @Test
    void aSwitchedOffSandboxSaysSo() {
        assertThat(launcher.sandbox())
                .isEqualTo(new Sandbox(false, "none", "the sandbox is switched off by its setting"));
    }

    @Test
    void aPreferredSandboxThatIsMissingIsReportedAndTheCommandRuns() throws IOException {
        try (LocalLauncher preferred = withoutBubblewrap(SandboxMode.PREFERRED)) {
            assertThat(preferred.sandbox().available()).isFalse();
            assertThat(preferred.sandbox().reason()).contains("apt-get install bubblewrap");
            assertThat(run(preferred, shell(folder, "exit 6")).exitCode()).isEqualTo(6);
        }
    }

    @Test
    void aRequiredSandboxThatIsMissingRefusesTheStartAndNamesThePackage() throws IOException {
        try (LocalLauncher required = withoutBubblewrap(SandboxMode.REQUIRED)) {
            assertThatThrownBy(() -> required.start(shell(folder, "true").build()))
                    .hasMessageContaining("dependency [process.no-sandbox]")
                    .hasMessageContaining("apt-get install bubblewrap");
            assertThat(folder.resolve("command.pid")).doesNotExist();
        }
    }

    @Test
    void aSandboxThatCannotConfineIsNotClaimed() throws IOException {
        Path tools = Files.createDirectory(root.resolve("tools"));
        Path fake = Files.writeString(tools.resolve("bwrap"), "#!/bin/sh\necho no namespaces here >&2\nexit 1\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Tools searched = new Tools(List.of(tools, Path.of("/usr/bin"), Path.of("/bin")));

        try (LocalLauncher preferred = new LocalLauncher(javaHome(), SandboxMode.PREFERRED, searched)) {
            assertThat(preferred.sandbox().available()).isFalse();
            assertThat(preferred.sandbox().reason()).endsWith("no namespaces here");
        }
    }

    @Test
    void aSandboxThatLeavesRootIsNotClaimed() throws IOException {
        Path tools = Files.createDirectory(root.resolve("tools"));
        Path fake = Files.writeString(tools.resolve("bwrap"), "#!/bin/sh\nexec cat /proc/self/status\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Tools searched = new Tools(List.of(tools, Path.of("/usr/bin"), Path.of("/bin")));

        try (LocalLauncher preferred = new LocalLauncher(javaHome(), SandboxMode.PREFERRED, searched)) {
            assertThat(preferred.sandbox().available()).isFalse();
        }
    }

    @Test
    void aLinkInThePlaceOfTheLogIsNotFollowedByTheNextStart() throws IOException {
        Path victim = Files.writeString(root.resolve("victim"), "untouched");
        run(
                launcher,
                shell(
                        folder,
                        "rm command.log; ln -s '" + victim + "' command.log; ln -s '" + victim + "' command.exit"));
        run(launcher, shell(folder, "echo overwritten"));

        assertThat(text(victim)).isEqualTo("untouched");
        assertThat(Commands.log(folder)).isEqualTo("overwritten\n");
    }

    @Test
    void perlStandsInWhereThereIsNoSetsid() throws IOException {
        try (LocalLauncher other = new LocalLauncher(javaHome(), SandboxMode.OFF, onlyWith("perl"))) {
            long pid = other.start(shell(folder, "exec sleep 600").build()).pid();
            String stat = text(Path.of("/proc/" + pid + "/stat"));

            assertThat(stat.substring(stat.lastIndexOf(')')).split(" ", -1)[4]).isEqualTo(String.valueOf(pid));
        }
    }

    @Test
    void withoutSetsidAndPerlNothingStartsAndTheMessageSaysWhatToInstall() throws IOException {
        try (LocalLauncher other = new LocalLauncher(javaHome(), SandboxMode.OFF, onlyWith("true"))) {
            assertThatThrownBy(() -> other.start(shell(folder, "true").build()))
                    .hasMessageContaining("dependency [process.not-started]")
                    .hasMessageContaining("util-linux");
        }
    }

    private LocalLauncher withoutBubblewrap(SandboxMode mode) throws IOException {
        return new LocalLauncher(javaHome(), mode, onlyWith("setsid"));
    }

    private Tools onlyWith(String program) throws IOException {
        Path tools = Files.createDirectory(root.resolve("tools"));
        Files.createSymbolicLink(tools.resolve(program), Path.of("/usr/bin", program));
        return new Tools(List.of(tools));
    }
}
