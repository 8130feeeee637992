package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.engine.StepInterceptor;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.engine.InProcessEngine;
import io.quantumlayer.core.internal.engine.Lease;
import io.quantumlayer.core.internal.event.EventStreams;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import io.quantumlayer.core.internal.ledger.Ledgers;
import io.quantumlayer.core.internal.run.Ids;
import io.quantumlayer.core.internal.run.JournalRetention;
import io.quantumlayer.core.internal.run.Kernel;
import io.quantumlayer.core.internal.run.QuantumLayerCore;
import io.quantumlayer.core.internal.state.Releases;
import io.quantumlayer.core.internal.step.StepRunner;
import io.quantumlayer.core.internal.time.SystemTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts one library instance together from what the builder collected; used once. */
public final class Assembly {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final Parts parts;
    private final List<AutoCloseable> opened = new ArrayList<>();

    /**
     * Creates an assembly.
     *
     * @param parts what was collected
     */
    public Assembly(Parts parts) {
        this.parts = parts;
    }

    /**
     * Builds the instance; what was opened is closed again if that fails.
     *
     * @return the instance
     */
    public QuantumLayer build() {
        boolean built = false;
        try {
            QuantumLayer instance = assemble();
            built = true;
            return instance;
        } finally {
            if (!built) {
                Collections.reverse(opened);
                Closing.all(opened);
            }
        }
    }

    private QuantumLayer assemble() {
        TimeSource time = opened(parts.time().orElseGet(SystemTime::new));
        Clock clock = time.clock();
        Toolbox toolbox = new Toolbox(parts, clock, this::opened);
        Journal journal = opened(parts.journal().orElseGet(Assembly::forgetful));
        RandomGenerator random = parts.random().orElseGet(SecureRandom::new);
        Lease lease = opened(Lease.acquire(journal, HostName.of(random), time));
        EventStreams streams = new EventStreams(parts.listeners());
        InstalledTools tools = toolbox.tools(new Releases(journal));
        Ledgers ledgers =
                new Ledgers(new Ledgers.Host(journal, lease.owner()), clock, streams::onRecord, tools.redactor());
        StepRunner steps = new StepRunner(tools, ledgers, toolbox.classification());
        EngineObserver observer = (run, event, command) -> {
            ledgers.tell(run); // What a step noted stands in the journal before the step's end, and is told before it.
            streams.onEvent(run, event, command);
        };
        Setup setup = new Setup(steps, intercepted(steps), observer, new Setup.Host(journal, lease.owner(), time));
        ExecutionEngine engine =
                opened(parts.engine().orElseGet(InProcessEngine::factory).create(setup));
        lease.keep(engine::abandon);
        Optional<JournalRetention> retention =
                parts.retention().map(limits -> new JournalRetention(journal, clock, limits));
        Kernel.Core core = new Kernel.Core(engine, journal, steps, ledgers, retention);
        Kernel kernel = new Kernel(core, tools, streams, new Ids(clock, random), clock);
        Collections.reverse(opened);
        return new QuantumLayerCore(kernel, toolbox.intake(), lease, closing());
    }

    private QuantumLayerCore.Ending closing() {
        List<AutoCloseable> order = List.copyOf(opened);
        return () -> Closing.all(order);
    }

    private StepFunction intercepted(StepFunction steps) {
        List<StepInterceptor> inwards = new ArrayList<>(parts.interceptors());
        Collections.reverse(inwards);
        StepFunction function = steps;
        for (StepInterceptor interceptor : inwards) {
            StepFunction next = function;
            function = call -> interceptor.around(call, next);
        }
        return function;
    }

    private <T extends AutoCloseable> T opened(T thing) {
        opened.add(thing);
        return thing;
    }

    private static Journal forgetful() {
        LOG.warn("no journal is set: what runs cannot be resumed after this process, and rollback ends with it");
        return new MemoryJournal();
    }
}
