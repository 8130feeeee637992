package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.monitoring.LocalMonitorFactory;
import io.quantumlayer.testkit.contract.KitTime;
import io.quantumlayer.testkit.contract.MonitorContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The local monitor, on a release that runs")
@EnabledOnOs(OS.LINUX) // What is left is counted in /proc.
class LocalMonitorContractTest extends MonitorContract {
    @TempDir
    private Path folder;

    private LocalHosts hosts;
    private LocalRelease running;

    /** Comes after the kit. */
    @RegisterExtension
    final AfterEachCallback nothingIsLeft = context -> {
        if (running != null) {
            running.remove();
        }
        hosts().close();
        assertThat(hosts().processes()).isEmpty();
        assertThat(hosts().leftovers()).isEmpty();
    };

    private LocalHosts hosts() {
        if (hosts == null) {
            hosts = new LocalHosts(folder);
        }
        return hosts;
    }

    @Override
    protected Monitor monitor() {
        LocalMonitorFactory factory = new LocalMonitorFactory();
        return factory.create(hosts().lend(factory, Map.of()));
    }

    @Override
    protected MonitoredRelease release() {
        if (running == null) {
            Provider provider = hosts().provider();
            running = LocalRelease.place(provider, hosts().release(application(), 1));
        }
        return running.seen();
    }

    @Override
    protected Optional<MonitoredRelease> unreadable() {
        MonitoredRelease here = release();
        return Optional.of(new MonitoredRelease(here.application(), here.release(), "kubernetes", here.attributes()));
    }

    @Override
    protected KitTime time() {
        return KitTime.real();
    }
}
