package io.quantumlayer.core.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalToolchainTest {
    @TempDir
    Path folder;

    @Test
    void javaIsTheGivenOne() {
        assertThat(chain().find(Tool.JAVA).orElseThrow().words())
                .containsExactly(Commands.javaHome().resolve("bin/java").toString());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (Tool tool : Tool.values()) {
            assertThat(chain().find(tool).isPresent()).as(tool.id()).isEqualTo(tool == Tool.JAVA);
        }
    }

    @Test
    void aShimIsSeenThroughToTheInterpreter() throws IOException {
        Path real = program("opt/python/bin/python3.12", "exit 0");
        program("shims/python3", "printf '%s\\n' 3.12.4 " + real + " " + folder.resolve("opt/python"));

        InstalledTool python = chain("shims").find(Tool.PYTHON).orElseThrow();

        assertThat(python.words()).containsExactly(real.toString());
        assertThat(python.version()).isEqualTo("3.12.4");
        assertThat(python.readable()).containsExactly(folder.resolve("opt/python"));
    }

    @Test
    void aProgramThatDoesNotAnswerAsExpectedIsNoTool() throws IOException {
        program("bin/python3", "echo 3.12.4; exit 3");
        program("bin/node", "echo no such option");
        program("bin/uv", "echo 'uv 9.9.9'");

        for (Tool tool : List.of(Tool.PYTHON, Tool.NODE, Tool.UV, Tool.PIP, Tool.NPM)) {
            assertThat(chain("bin").find(tool)).as(tool.id()).isEmpty();
        }
    }

    @Test
    void npmIsRunByTheNodeThatWasFound() throws IOException {
        Path node = program("node/bin/node", "printf '%s\\n' 22.1.0 " + folder.resolve("node/bin/node"));
        Path script = program("node/lib/node_modules/npm/bin/npm-cli.js", "exit 0");
        program("node/bin/npm", "exit 0");

        InstalledTool npm = chain("node/bin").find(Tool.NPM).orElseThrow();

        assertThat(npm.words()).containsExactly(node.toRealPath().toString(), script.toString());
        assertThat(npm.readable()).contains(folder.resolve("node"));
    }

    @Test
    void withoutUvPipIsRunByThePythonThatWasFound() throws IOException {
        Path python = program(
                "bin/python3",
                "case $* in *pip*) echo pip 24.0 from x;; *find_uv*) exit 1;; *) printf '%s\\n' 3.12.4 "
                        + folder.resolve("bin/python3") + " " + folder + ";; esac");

        assertThat(chain("bin").find(Tool.PIP).map(InstalledTool::words))
                .contains(List.of(python.toString(), "-m", "pip"));
        assertThat(chain("bin").find(Tool.UV)).isEmpty();
    }

    @Test
    void thePythonOfThisMachineRuns() {
        Optional<InstalledTool> python = new LocalToolchain(Commands.javaHome(), "").find(Tool.PYTHON);
        assumeThat(python)
                .as("python3 is not installed here: apt-get install python3")
                .isPresent();

        String said = ShortCommand.output(
                List.of(python.orElseThrow().words().get(0), "-c", "import sys; print(sys.version)"), "/usr/bin:/bin");

        assertThat(said).startsWith(python.orElseThrow().version());
    }

    private LocalToolchain chain(String... folders) {
        List<Path> search = List.of(folders).stream().map(folder::resolve).toList();
        return new LocalToolchain(Commands.javaHome(), new Tools(search));
    }

    private Path program(String path, String script) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
