package io.quantumlayer.testkit.bench;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.fault.FaultPlan;
import io.quantumlayer.testkit.time.ManualTime;
import io.quantumlayer.testkit.time.TimeSkipper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a library on fakes in a folder of its own. A test may take as parameters: {@link QuantumLayer} (a
 * started instance), {@link TestBench}, {@link FakeWorld}, {@link ManualTime}, {@link TimeSkipper} and {@link
 * FaultPlan}. Time is skipped in the background whenever every run waits, so that {@code await} ends at once; all is
 * closed after the test.
 */
public final class QuantumLayerExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(QuantumLayerExtension.class);
    private static final Map<Class<?>, Function<Rig, Object>> PARAMETERS = Map.of(
            QuantumLayer.class, Rig::instance,
            TestBench.class, rig -> rig.bench,
            FakeWorld.class, rig -> rig.bench.world(),
            ManualTime.class, rig -> rig.bench.time(),
            TimeSkipper.class, rig -> rig.bench.skipper(),
            FaultPlan.class, rig -> rig.bench.faults());

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        context.getStore(SPACE).put(Rig.class, new Rig(Files.createTempDirectory("ql-test")));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Rig rig = context.getStore(SPACE).remove(Rig.class, Rig.class);
        if (rig != null) {
            rig.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Rig rig = context.getStore(SPACE).get(Rig.class, Rig.class);
        Function<Rig, Object> found = PARAMETERS.get(parameter.getParameter().getType());
        if (rig == null || found == null) {
            throw new IllegalStateException("a library is given to test methods, not to constructors");
        }
        return found.apply(rig);
    }

    /** What one test has. */
    private static final class Rig {
        private final Path folder;
        private final TestBench bench;
        private final TimeSkipper.Skipping skipping;
        private final Deque<QuantumLayer> started = new ArrayDeque<>();

        Rig(Path folder) {
            this.folder = folder;
            this.bench = TestBench.in(folder.resolve("home"));
            this.skipping = bench.skipper().keepSkipping();
        }

        QuantumLayer instance() {
            if (started.isEmpty()) {
                started.push(bench.start());
            }
            return started.getFirst();
        }

        void close() throws IOException {
            skipping.close();
            started.forEach(QuantumLayer::close);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
