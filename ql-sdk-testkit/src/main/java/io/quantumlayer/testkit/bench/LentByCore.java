package io.quantumlayer.testkit.bench;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.fake.FakeMonitorFactory;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.intercept.Interception;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What core lends to extensions, the real thing: artifact store, launcher, secrets and clock of a library instance.
 * Lets an extension be tested alone. Thread-safe; close it to end the instance.
 */
public final class LentByCore implements AutoCloseable {
    private final QuantumLayer instance;
    private final ExtensionContext lent;

    private LentByCore(QuantumLayer instance, ExtensionContext lent) {
        this.instance = instance;
        this.lent = lent;
    }

    /**
     * Borrows from a new instance.
     *
     * @param home the instance's home
     * @param change what else to set, such as the time
     * @return what core lends
     */
    public static LentByCore in(Path home, UnaryOperator<QuantumLayerBuilder> change) {
        List<ExtensionContext> seen = new ArrayList<>();
        MonitorFactory borrower =
                Interception.of(MonitorFactory.class, new FakeMonitorFactory("borrower", new FakeWorld()), call -> {
                    call.arguments().stream()
                            .filter(ExtensionContext.class::isInstance)
                            .forEach(context -> seen.add((ExtensionContext) context));
                    return call.proceed();
                });
        QuantumLayerBuilder builder =
                QuantumLayerBuilder.create().discovery(false).home(home).addMonitor(borrower);
        QuantumLayer instance = change.apply(builder).build();
        return new LentByCore(instance, seen.get(0));
    }

    /**
     * Returns the context for one extension, with its settings' defaults filled in.
     *
     * @param factory the extension's factory
     * @param settings settings to set
     * @return the context
     */
    public ExtensionContext to(ExtensionFactory<?> factory, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        factory.settings().forEach(s -> all.put(s.name(), s.defaultValue()));
        all.putAll(settings);
        Optional<Path> home = lent.home().map(Path::getParent).map(p -> p.resolve(factory.id()));
        return new Context(all, home, lent);
    }

    @Override
    public void close() {
        instance.close();
    }

    /** The context of one extension. */
    private record Context(Map<String, String> settings, Optional<Path> home, ExtensionContext lent)
            implements ExtensionContext {
        @Override
        public ArtifactStore artifacts() {
            return lent.artifacts();
        }

        @Override
        public SecretResolver secrets() {
            return lent.secrets();
        }

        @Override
        public ProcessLauncher processes() {
            return lent.processes();
        }

        @Override
        public Toolchain tools() {
            return lent.tools();
        }

        @Override
        public Clock clock() {
            return lent.clock();
        }
    }
}
