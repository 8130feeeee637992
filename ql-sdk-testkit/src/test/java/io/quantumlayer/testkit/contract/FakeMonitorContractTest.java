package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.testkit.fake.FakeMonitorFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FakeMonitorContractTest extends MonitorContract {
    @TempDir
    private Path home;

    private Rig rig;

    private Rig rig() {
        if (rig == null) {
            rig = new Rig(home);
        }
        return rig;
    }

    @Override
    protected Monitor monitor() {
        FakeMonitorFactory factory = new FakeMonitorFactory("fake-monitor", rig().world);
        return factory.create(rig().lend(factory));
    }

    @Override
    protected MonitoredRelease release() {
        return new MonitoredRelease(KitCalls.APPLICATION, new ReleaseId("r000000000001"), "fake", Map.of());
    }

    @Override
    protected Optional<MonitoredRelease> unreadable() {
        return Optional.empty();
    }

    @Override
    protected KitTime time() {
        return KitTime.manual(rig().time);
    }

    @AfterEach
    final void closeRig() {
        rig.close();
    }
}
