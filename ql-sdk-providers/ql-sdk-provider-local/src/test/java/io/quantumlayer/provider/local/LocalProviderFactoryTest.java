package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Detection.Status;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Sandbox;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProviderFactoryTest {
    @TempDir
    private Path folder;

    @Test
    void itIsFoundByTheServiceLoaderUnderItsId() {
        assertThat(ServiceLoader.load(ProviderFactory.class))
                .anySatisfy(factory -> assertThat(factory.id()).isEqualTo("local"));
    }

    @Test
    void noneOfItsSettingsIsSecretAndAllHaveADefault() {
        assertThat(new LocalProviderFactory().settings())
                .allSatisfy(setting -> assertThat(setting.secret()).isFalse())
                .extracting("name")
                .containsExactly("java", "drain", "grace", "start", "podman", "containers-conf", "country");
    }

    @Test
    void aWrongSettingIsNamed() {
        for (String setting :
                new String[] {"drain", "grace", "start", "country", "java", "podman", "containers-conf"}) {
            assertThatThrownBy(() -> bench().set(setting, "nonsense").provider())
                    .as(setting)
                    .hasMessageContaining("'" + setting + "'");
        }
        assertThatThrownBy(() -> bench().set("drain", "PT11M").provider()).hasMessageContaining("PT10M");
    }

    @Test
    void creatingAndDetectingChangesNothing() throws IOException {
        Bench bench = bench();
        Detection detection = bench.provider().detect(bench.call("d"));
        assertThat(detection.status()).isEqualTo(Status.READY);
        assertThat(detection.abilities())
                .containsEntry("sandbox", "none")
                .containsEntry("java.version", version())
                .containsEntry("home", folder.resolve("local").toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAHomeItIsReadyForAPreviewAndSaysWhatIsMissing() {
        Bench bench = bench();
        Detection detection = bench.providerWithoutHome().detect(bench.call("d"));
        assertThat(detection.isReady()).isTrue();
        assertThat(detection.message()).contains("home(path)");
    }

    @Test
    void aHomeThatIsAFileIsUnavailable() throws IOException {
        Files.writeString(folder.resolve("local"), "a file");
        Detection detection = bench().provider().detect(bench().call("d"));
        assertThat(detection.status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(detection.message()).contains("another home(path)");
    }

    @Test
    void aJavaThatDoesNotRunIsUnavailableAndOneThatRunsIsNot() throws IOException {
        assertThat(detected("#!/bin/sh\nexit 3\n").message()).contains("does not run");
        assertThat(detected("#!/bin/sh\nexit 0\n").isReady()).isTrue();
        assertThat(detected("#!/bin/sh\nexec sleep 30\n").status()).isEqualTo(Status.UNAVAILABLE);
    }

    @Test
    void theVersionsOfToolsAreAbilities() throws IOException {
        Sandbox none = new Sandbox(false, "none", "there is none");
        Toolchain tools = tool -> tool == Tool.NODE
                ? Optional.of(new InstalledTool(tool, List.of("/opt/node"), "24.1.0", List.of(), Map.of()))
                : Optional.empty();
        Detection found = new LocalDetection(
                        new LocalHome(Optional.of(folder)),
                        LocalSettings.of(Map.of()),
                        new LocalDetection.Machine(() -> none, tools, false))
                .detect(bench().call("d"));
        assertThat(found.abilities()).containsEntry("node.version", "24.1.0").doesNotContainKey("python.version");
    }

    @Test
    void windowsIsRefusedInOneSentence() throws IOException {
        Bench bench = bench();
        Sandbox none = new Sandbox(false, "none", "there is none");
        LocalHome home = new LocalHome(Optional.of(folder));
        LocalSettings settings = LocalSettings.of(Map.of());
        Toolchain tools = tool -> Optional.empty();
        Detection windows = new LocalDetection(home, settings, new LocalDetection.Machine(() -> none, tools, true))
                .detect(bench.call("d"));
        assertThat(windows.status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(windows.message())
                .isEqualTo("the local provider is not supported on Windows: use Linux, macOS or WSL");
        Detection other = new LocalDetection(home, settings, new LocalDetection.Machine(() -> none, tools, false))
                .detect(bench.call("d"));
        assertThat(other.isReady()).isTrue();
    }

    @Test
    void theOfferingStatesWhatWasSeenTodayAndLeavesTheRestUnknown() {
        Offering offering = bench().provider().offerings().get(0);
        assertThat(offering.id()).isEqualTo("local/process/this-machine");
        assertThat(offering.country()).isEmpty();
        Fact java = offering.fact("runtime.java");
        assertThat(java.value()).contains(version());
        assertThat(java.asOf()).contains(LocalDate.of(2026, 11, 24));
        assertThat(offering.fact("price.month").toString()).isEqualTo("price.month = 0 USD (this machine, 2026-11-24)");
        assertThat(offering.fact("cpu.count").number()).isPresent();
        assertThat(offering.fact("sla.availability").isKnown()).isFalse();
        assertThat(offering.fact("compliance").isKnown()).isFalse();
    }

    @Test
    void theCountryIsKnownIfTheCallerSaysSo() {
        assertThat(bench().set("country", "DE").provider().offerings().get(0).country())
                .contains("DE");
    }

    @Test
    void theVersionOfAnotherJavaIsReadFromItsHome() throws IOException {
        Path java = program("#!/bin/sh\n");
        assertThat(offered(java).isKnown()).isFalse();
        Files.writeString(folder.resolve("jdk").resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.4\"\n");
        assertThat(offered(java).value()).contains("21.0.4");
    }

    private Fact offered(Path java) {
        Provider provider = bench().set("java", java.toString()).provider();
        return provider.offerings().get(0).fact("runtime.java");
    }

    private Detection detected(String script) throws IOException {
        Bench bench = bench().set("java", program(script).toString());
        return bench.provider().detect(bench.call("d"));
    }

    private Path program(String script) throws IOException {
        Path java =
                Files.createDirectories(folder.resolve("jdk").resolve("bin")).resolve("java");
        Files.writeString(java, script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return java;
    }

    private static String version() {
        return System.getProperty("java.version");
    }

    private Bench bench() {
        return new Bench(folder.resolve("local"));
    }
}
