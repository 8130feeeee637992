package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalControlsTest {
    private static final List<String> NAMES =
            List.of("non-root", "no-capabilities", "no-new-privileges", "mount-namespace", "pid-namespace");

    @Test
    void aConfinedProcessHoldsEveryControl(@TempDir Path proc) throws IOException {
        process(proc, "self", status("0\t0\t0\t0", "000001fffeffffff", "0"), "host");
        process(proc, "42", status("10001\t10001\t10001\t10001", "0000000000000000", "1"), "box");
        assertThat(controls(proc).observe(42)).extracting(Control::name).containsExactlyElementsOf(NAMES);
        assertThat(controls(proc).observe(42)).allMatch(Control::holds);
    }

    @Test
    void rootOfTheHostInAnyOfItsFourIdsIsNotClaimedToBeNonRoot(@TempDir Path proc) throws IOException {
        process(proc, "self", status("0\t0\t0\t0", "0", "0"), "host");
        process(proc, "42", status("10001\t10001\t0\t10001", "0", "1"), "box");
        Map<String, Control> seen = byName(controls(proc).observe(42));
        assertThat(seen.get("non-root")).isEqualTo(new Control("non-root", false, "host uid 10001 10001 0 10001"));
        assertThat(seen.get("no-capabilities").holds()).isTrue();
    }

    @Test
    void capabilitiesPrivilegesAndSharedNamespacesAreToldAsTheyAre(@TempDir Path proc) throws IOException {
        process(proc, "self", status("0\t0\t0\t0", "0", "0"), "host");
        process(proc, "42", status("1\t1\t1\t1", "0000000000000400", "0"), "host");
        Map<String, Control> seen = byName(controls(proc).observe(42));
        assertThat(seen.get("no-capabilities").holds()).isFalse();
        assertThat(seen.get("no-capabilities").detail()).contains("0000000000000400");
        assertThat(seen.get("no-new-privileges").holds()).isFalse();
        assertThat(seen.get("mount-namespace").detail()).startsWith("shared with the host");
        assertThat(seen.get("pid-namespace").holds()).isFalse();
    }

    @Test
    void whatTheKernelDoesNotTellDoesNotHold(@TempDir Path proc) throws IOException {
        process(proc, "self", "Name:\tjava\n", "host");
        process(proc, "42", "Name:\tjava\n", "box");
        assertThat(controls(proc).observe(42).subList(0, 3))
                .allMatch(control -> !control.holds() && control.detail().contains("UNKNOWN"));
    }

    @Test
    void withoutProcOrWithoutAProcessEverythingIsUnknown(@TempDir Path empty) throws IOException {
        ReleaseFolder folder = new ApplicationFolder(empty, Bench.NOTES).release(Bench.release(1));
        assertThat(controls(empty).observe(folder))
                .hasSameSizeAs(NAMES)
                .allMatch(control -> !control.holds() && control.detail().startsWith("UNKNOWN"));
        process(empty, "self", "Name:\tjava\n", "host");
        assertThat(controls(empty).observe(folder))
                .allMatch(control -> control.detail().contains("does not run"));
        assertThat(controls(empty).observe(42))
                .allMatch(control -> control.detail().contains("cannot be looked at"));
    }

    @Test
    void onThisMachineAnUnconfinedReleaseIsReportedAsUnconfined(@TempDir Path home) throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs a /proc");
        try (Bench bench = new Bench(home.resolve("local"));
                Provider provider = bench.provider()) {
            ReleaseSpec spec = bench.spec(1);
            bench.place(provider, spec);
            Map<String, Control> seen = byName(provider.controls(bench.call("c"), spec));
            boolean root = Files.readString(Path.of("/proc/self/status")).matches("(?s).*Uid:\\s+0\\s.*");
            assertThat(seen.get("non-root").holds()).isEqualTo(!root);
            assertThat(seen.get("mount-namespace").holds()).isFalse();
            assertThat(seen.get("pid-namespace").detail()).startsWith("shared with the host: pid:[");
        }
    }

    private static LocalControls controls(Path root) {
        ProcFs proc = new ProcFs(root);
        Podman podman = new Podman(new ContainerSettings(Optional.empty(), Optional.empty()));
        return new LocalControls(
                new ReleaseProcess(new ReleaseProcess.Runners(new TestLauncher(), podman), proc, Duration.ZERO), proc);
    }

    private static Map<String, Control> byName(List<Control> controls) {
        return controls.stream().collect(Collectors.toMap(Control::name, Function.identity()));
    }

    private static String status(String uid, String capabilities, String noNewPrivileges) {
        return "Name:\tjava\nUid:\t" + uid + "\nCapPrm:\t" + capabilities + "\nCapEff:\t" + capabilities
                + "\nNoNewPrivs:\t" + noNewPrivileges + "\n";
    }

    private static void process(Path proc, String pid, String status, String space) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(pid).resolve("ns")).getParent();
        Files.writeString(folder.resolve("status"), status);
        for (String kind : List.of("mnt", "pid", "net")) {
            Files.createSymbolicLink(folder.resolve("ns").resolve(kind), Path.of(kind + ":[" + space + "]"));
        }
    }
}
