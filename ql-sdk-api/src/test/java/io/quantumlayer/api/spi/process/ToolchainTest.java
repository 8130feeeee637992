package io.quantumlayer.api.spi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolchainTest {
    private final Toolchain tools = tool -> switch (tool) {
        case PYTHON -> Optional.of(installed(tool, "3.9.2", "/opt/python"));
        case PIP -> Optional.of(installed(tool, "24.0", "/opt/python", "-m", "pip"));
        default -> Optional.empty();
    };

    @Test
    void placeholdersBecomeAllWordsOfTheirTools() {
        assertThat(tools.resolve(List.of("{pip}", "install", "{python}x", "a {pip} b", "{other}")))
                .containsExactly(
                        "/opt/python", "-m", "pip", "install", "/opt/pythonx", "a /opt/python -m pip b", "{other}");
    }

    @Test
    void aMissingToolIsNamedWithTheWayToInstallIt() {
        assertThatThrownBy(() -> tools.resolve(List.of("{node}", "server.js")))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure())
                                .satisfies(f -> assertThat(f.type()).isEqualTo(ErrorType.DEPENDENCY))
                                .satisfies(f -> assertThat(f.retryable()).isFalse())
                                .satisfies(f -> assertThat(f.message())
                                        .startsWith("this machine has no node: install Node.js")
                                        .contains("apt-get install nodejs")));
    }

    @Test
    void everyMissingOrOldToolIsInOneSentence() {
        List<ToolNeed> needs =
                List.of(new ToolNeed(Tool.PYTHON, "3.10"), ToolNeed.any(Tool.PIP), ToolNeed.any(Tool.MAVEN));

        Failure failure = tools.missing(needs).orElseThrow();

        assertThat(failure.message())
                .contains("this machine has python 3.9.2 and python 3.10 or newer is needed: install Python 3")
                .contains("; this machine has no maven: install Maven")
                .doesNotContain("pip or");
        assertThat(tools.missing(List.of(new ToolNeed(Tool.PYTHON, "3.9")))).isEmpty();
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        ToolNeed need = new ToolNeed(Tool.NODE, "20.9");
        assertThat(need.metBy(installed(Tool.NODE, "20.10.0", "node"))).isTrue();
        assertThat(need.metBy(installed(Tool.NODE, "20.9", "node"))).isTrue();
        assertThat(need.metBy(installed(Tool.NODE, "20.8.9", "node"))).isFalse();
        assertThat(need.metBy(installed(Tool.NODE, "9.99", "node"))).isFalse();
        assertThat(need.metBy(installed(Tool.NODE, "", "node"))).isTrue();
        assertThat(need.metBy(installed(Tool.PYTHON, "99", "python"))).isFalse();
        assertThatThrownBy(() -> new ToolNeed(Tool.NODE, "latest")).isInstanceOf(IllegalArgumentException.class);
    }

    private static InstalledTool installed(Tool tool, String version, String... words) {
        return new InstalledTool(tool, List.of(words), version, List.of(Path.of("/opt")), Map.of());
    }
}
