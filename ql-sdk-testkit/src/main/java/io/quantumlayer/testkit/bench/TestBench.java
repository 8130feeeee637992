package io.quantumlayer.testkit.bench;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.core.Engines;
import io.quantumlayer.core.Journals;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.crash.Mortal;
import io.quantumlayer.testkit.fake.FakeBuilderFactory;
import io.quantumlayer.testkit.fake.FakeGeneratorFactory;
import io.quantumlayer.testkit.fake.FakeImages;
import io.quantumlayer.testkit.fake.FakeMonitorFactory;
import io.quantumlayer.testkit.fake.FakeProber;
import io.quantumlayer.testkit.fake.FakeProviderFactory;
import io.quantumlayer.testkit.fake.FakeScannerFactory;
import io.quantumlayer.testkit.fake.FakeSecretStore;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.fault.FaultPlan;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.CallLog;
import io.quantumlayer.testkit.intercept.Interception;
import io.quantumlayer.testkit.time.ManualTime;
import io.quantumlayer.testkit.time.TimeSkipper;
import io.quantumlayer.testkit.time.WatchedInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A fake outside, a manual clock, a plan of faults and a journal, and any number of library instances on them, one
 * after the other or side by side. Set it up on one thread; afterwards it is thread-safe.
 */
public final class TestBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SEED = 20_260_101;

    private final Path home;
    private final FakeWorld world = new FakeWorld();
    private final ManualTime time = ManualTime.create();
    private final TimeSkipper skipper = new TimeSkipper(time);
    private final FaultPlan faults = new FaultPlan(skipper);
    private final CallLog calls = new CallLog();
    private final FakeSecretStore secrets = new FakeSecretStore("fake");
    private Journal journal;
    private IntentWatch intents;
    private Random random = new Random(SEED);
    private EngineFactory engine = Engines.inProcess();
    private FakeProviderFactory provider = FakeProviderFactory.of("fake", world);
    private FakeBuilderFactory builder = FakeBuilderFactory.of("fake-builder", world);
    private boolean images;
    private UnaryOperator<QuantumLayerBuilder> further = UnaryOperator.identity();

    private TestBench(Path home, Journal journal) {
        this.home = home;
        this.journal = journal;
        this.intents = new IntentWatch(journal);
    }

    /**
     * Creates a bench with a journal in memory.
     *
     * @param home a folder for artifacts and secrets; benches with the same contents may share it
     * @return the bench
     */
    public static TestBench in(Path home) {
        return on(home, Journals.inMemory());
    }

    /**
     * Creates a bench on a journal of the caller's, who closes it.
     *
     * @param home a folder for artifacts and secrets; benches with the same contents may share it
     * @param journal the journal, shared by all instances of the bench
     * @return the bench
     */
    public static TestBench on(Path home, Journal journal) {
        return new TestBench(home, journal);
    }

    /**
     * Sets the seed of ids; a fixed one by default.
     *
     * @param seed the seed
     * @return this
     */
    public TestBench seed(long seed) {
        this.random = new Random(seed);
        return this;
    }

    /**
     * Sets the engine of the instances to come; the in-process one by default.
     *
     * @param factory creates it
     * @return this
     */
    public TestBench engine(EngineFactory factory) {
        this.engine = factory;
        return this;
    }

    /**
     * Changes the provider of the instances to come.
     *
     * @param change what to change
     * @return this
     */
    public TestBench provider(UnaryOperator<FakeProviderFactory> change) {
        this.provider = change.apply(provider);
        return this;
    }

    /**
     * Changes the builder of the instances to come.
     *
     * @param change what to change
     * @return this
     */
    public TestBench builder(UnaryOperator<FakeBuilderFactory> change) {
        this.builder = change.apply(builder);
        return this;
    }

    /**
     * Makes images in the instances to come: packed, pushed, signed and attested in the fake world.
     *
     * @return this
     */
    public TestBench images() {
        this.images = true;
        return this;
    }

    /**
     * Installs a policy in the instances to come, where faults may strike it; none by default.
     *
     * @param policy the policy
     * @return this
     */
    public TestBench policy(Policy policy) {
        return with(b -> b.addPolicy(Interception.of(Policy.class, policy, calls.around(faults))));
    }

    /**
     * Adds to how the instances to come are built, such as listeners or repairers.
     *
     * @param change what to add
     * @return this
     */
    public TestBench with(UnaryOperator<QuantumLayerBuilder> change) {
        UnaryOperator<QuantumLayerBuilder> before = further;
        this.further = b -> change.apply(before.apply(b));
        return this;
    }

    /**
     * Returns the outside.
     *
     * @return the world on which all instances act
     */
    public FakeWorld world() {
        return world;
    }

    /**
     * Returns the clock.
     *
     * @return the manual time of all instances
     */
    public ManualTime time() {
        return time;
    }

    /**
     * Returns what moves the clock.
     *
     * @return the skipper, which watches all instances
     */
    public TimeSkipper skipper() {
        return skipper;
    }

    /**
     * Returns the plan of faults around every extension, the prober and the steps.
     *
     * @return the plan, empty at first
     */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Returns what the extensions were asked.
     *
     * @return the log of calls
     */
    public CallLog calls() {
        return calls;
    }

    /**
     * Returns the store of secrets of scheme {@code fake}.
     *
     * @return the store, empty at first
     */
    public FakeSecretStore secrets() {
        return secrets;
    }

    /**
     * Returns the journal.
     *
     * @return the one journal of all instances
     */
    public Journal journal() {
        return journal;
    }

    /**
     * Loses the journal: instances started from now on begin with an empty one, over the same world.
     *
     * @return this
     */
    public TestBench loseJournal() {
        journal = Journals.inMemory();
        intents = new IntentWatch(journal);
        return this;
    }

    /**
     * Returns which effects a provider was asked for without a durable intent.
     *
     * @return the watch over them
     */
    public IntentWatch intents() {
        return intents;
    }

    /**
     * Starts an instance.
     *
     * @return the instance, to be closed by the caller
     */
    public QuantumLayer start() {
        return start(new Mortal(CrashPoint.never()));
    }

    /**
     * Starts an instance that may be killed.
     *
     * @param mortal its fate
     * @return the instance, to be closed by the caller even when it is dead
     */
    public QuantumLayer start(Mortal mortal) {
        CallInterceptor around = mortal.around(calls.around(faults.around(intents)));
        WatchedInstance watched = skipper.watch();
        QuantumLayerBuilder fresh = QuantumLayerBuilder.create()
                .discovery(false)
                .home(home)
                .setting("launcher", "sandbox", "off")
                .journal(watched.journal(mortal.journal(journal)))
                .time(watched.time())
                .engine(watched.engine(engine))
                .random(random)
                .prober(Interception.of(Prober.class, new FakeProber(world), around))
                .addSecretStore(secrets)
                .addInterceptor(mortal.interceptor())
                .addInterceptor(faults.interceptor());
        if (images) {
            fresh.images(new FakeImages(world).supply(around));
        }
        return further.apply(extended(fresh, around)).build();
    }

    private QuantumLayerBuilder extended(QuantumLayerBuilder fresh, CallInterceptor around) {
        return fresh.addProvider(Interception.factory(ProviderFactory.class, Provider.class, provider, around))
                .addGenerator(Interception.factory(
                        GeneratorFactory.class, Generator.class, FakeGeneratorFactory.of("fake-generator"), around))
                .addScanner(Interception.factory(
                        ScannerFactory.class, Scanner.class, FakeScannerFactory.of("fake-scanner"), around))
                .addMonitor(Interception.factory(
                        MonitorFactory.class, Monitor.class, new FakeMonitorFactory("fake-monitor", world), around))
                .artifactBuilder(
                        Interception.factory(ArtifactBuilderFactory.class, ArtifactBuilder.class, builder, around));
    }

    /**
     * Skips time until a run ends or is suspended.
     *
     * @param deployment the run
     * @return its result
     * @throws AssertionError if that takes more than five minutes of real time
     */
    public DeploymentResult await(Deployment deployment) {
        return skipper.pumpUntil(deployment.completion(), PATIENCE);
    }
}
