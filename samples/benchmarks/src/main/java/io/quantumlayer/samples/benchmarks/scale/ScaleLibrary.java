package io.quantumlayer.samples.benchmarks.scale;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.core.Engines;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import io.quantumlayer.testkit.fake.FakeBuilderFactory;
import io.quantumlayer.testkit.fake.FakeGeneratorFactory;
import io.quantumlayer.testkit.fake.FakeMonitorFactory;
import io.quantumlayer.testkit.fake.FakeProber;
import io.quantumlayer.testkit.fake.FakeProviderFactory;
import io.quantumlayer.testkit.fake.FakeScannerFactory;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.intercept.Interception;
import java.nio.file.Path;

/** A library on fakes, the machine's time and a journal on SQLite that survives the death of the process. */
final class ScaleLibrary {
    /** What the engine may use where there are no virtual threads. */
    private static final int THREADS = 16;

    private ScaleLibrary() {}

    static QuantumLayer build(Path home, int atOnce) {
        FakeWorld world = new FakeWorld();
        FakeProviderFactory provider = FakeProviderFactory.of("fake", world).operations(2);
        return QuantumLayerBuilder.create()
                .discovery(false)
                .home(home)
                .setting("launcher", "sandbox", "off")
                .bulkhead(atOnce)
                .engine(Engines.inProcess(THREADS))
                .journal(SqliteJournal.at(home.resolve("journal.db"))
                        .durability(Durability.PROCESS_DEATH)
                        .build())
                .prober(new FakeProber(world))
                .artifactBuilder(FakeBuilderFactory.of("fake-builder", world))
                .addProvider(Interception.factory(ProviderFactory.class, Provider.class, provider, new SlowStart()))
                .addGenerator(FakeGeneratorFactory.of("fake-generator").prebuilt())
                .addScanner(FakeScannerFactory.of("fake-scanner"))
                .addMonitor(new FakeMonitorFactory("fake-monitor", world))
                .build();
    }
}
