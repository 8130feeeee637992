package io.quantumlayer.core;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.placement.CustomFactor;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.catalog.CatalogFactory;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.StepInterceptor;
import io.quantumlayer.api.spi.error.Repairer;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.assembly.Assembly;
import io.quantumlayer.core.internal.assembly.Parts;
import io.quantumlayer.core.internal.run.JournalRetention;
import io.quantumlayer.core.internal.select.Taste;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Builds a {@link QuantumLayer}. Not thread-safe; {@link #build()} may be called again and gives another instance.
 *
 * <p>Extensions on the class path are discovered once, in {@code build()}; one that is registered here wins over a
 * discovered one of the same id.
 */
public final class QuantumLayerBuilder {
    private final Parts parts = new Parts();

    private QuantumLayerBuilder() {}

    /**
     * Begins with the defaults: no home, a journal in memory, the engine of this process, discovery through the context
     * class loader, then this class's own.
     *
     * @return a builder
     */
    public static QuantumLayerBuilder create() {
        return new QuantumLayerBuilder();
    }

    /**
     * Sets the folder that holds applications, artifacts and secrets; none by default, and then deployments are
     * refused.
     *
     * @param folder the folder, created when it is first needed
     * @return this
     */
    public QuantumLayerBuilder home(Path folder) {
        parts.home(Objects.requireNonNull(folder, "folder"));
        return this;
    }

    /**
     * Sets the journal; one in memory by default, which warns once that nothing survives the process. The instance
     * closes it.
     *
     * @param journal the journal
     * @return this
     */
    public QuantumLayerBuilder journal(Journal journal) {
        parts.journal(Objects.requireNonNull(journal, "journal"));
        return this;
    }

    /**
     * Sets how long the journal keeps runs that have ended; for ever by default. After each run the history of its
     * application loses the runs that are both older and not among the newest, except those on which something stands:
     * placed releases, the current and the previous one among them, and effects that were never seen gone.
     *
     * @param age runs that began less than this ago stay; not negative
     * @param runs how many of the newest runs of each application stay whatever their age; at least 1
     * @return this
     */
    public QuantumLayerBuilder journalRetention(Duration age, int runs) {
        parts.retention(new JournalRetention.Limits(age, runs));
        return this;
    }

    /**
     * Sets the engine; the one of this process by default.
     *
     * @param engine creates the engine
     * @return this
     */
    public QuantumLayerBuilder engine(EngineFactory engine) {
        parts.engine(Objects.requireNonNull(engine, "engine"));
        return this;
    }

    /**
     * Sets the source of time; the system's by default. The instance closes it.
     *
     * @param time the time source
     * @return this
     */
    public QuantumLayerBuilder time(TimeSource time) {
        parts.time(Objects.requireNonNull(time, "time"));
        return this;
    }

    /**
     * Sets the source of randomness for ids; a secure one by default.
     *
     * @param random the source, used under a lock
     * @return this
     */
    public QuantumLayerBuilder random(RandomGenerator random) {
        parts.random(Objects.requireNonNull(random, "random"));
        return this;
    }

    /**
     * Sets what probes running applications; HTTP over fresh connections by default.
     *
     * @param prober the prober
     * @return this
     */
    public QuantumLayerBuilder prober(Prober prober) {
        parts.prober(Objects.requireNonNull(prober, "prober"));
        return this;
    }

    /**
     * Sets what builds artifacts; confined local commands by default.
     *
     * @param factory creates the builder
     * @return this
     */
    public QuantumLayerBuilder artifactBuilder(ArtifactBuilderFactory factory) {
        parts.artifactBuilder(Objects.requireNonNull(factory, "factory"));
        return this;
    }

    /**
     * Says whether the result of an earlier build will do, if its source, commands and tools were equal and its
     * artifact still is what its digest says; true by default. The evidence then says so, with the time of that build.
     * With false everything is built and tested again, for later builds to reuse.
     *
     * @param wanted whether it will do
     * @return this
     */
    public QuantumLayerBuilder reuseBuilds(boolean wanted) {
        parts.reuse(wanted);
        return this;
    }

    /**
     * Sets what makes an image of every artifact, signs it and verifies it before it is started; none by default, and
     * then artifacts are run as they are.
     *
     * @param supply makes the images
     * @return this
     */
    public QuantumLayerBuilder images(ImageSupply supply) {
        parts.images(Objects.requireNonNull(supply, "supply"));
        return this;
    }

    /**
     * Sets the class loader for discovery; the context loader, then this class's own, by default.
     *
     * @param loader the class loader
     * @return this
     */
    public QuantumLayerBuilder classLoader(ClassLoader loader) {
        parts.classLoader(Objects.requireNonNull(loader, "loader"));
        return this;
    }

    /**
     * Says whether extensions on the class path are discovered; true by default.
     *
     * @param wanted whether to look
     * @return this
     */
    public QuantumLayerBuilder discovery(boolean wanted) {
        parts.discovery(wanted);
        return this;
    }

    /**
     * Sets how many calls each provider gets at once; 64 by default. A call beyond is retried later, never queued.
     *
     * @param atOnce at least 1
     * @return this
     */
    public QuantumLayerBuilder bulkhead(int atOnce) {
        parts.bulkhead(atOnce);
        return this;
    }

    /**
     * Sets a setting of an extension, such as {@code setting("local", "drain", "PT5S")}.
     *
     * @param extension the extension's id; {@code launcher} for the local commands, whose {@code sandbox} is
     *     {@code required}, {@code preferred} or {@code off}
     * @param name the setting's name
     * @param value its value
     * @return this
     */
    public QuantumLayerBuilder setting(String extension, String name, String value) {
        parts.setting(extension, name, value);
        return this;
    }

    /**
     * Adds a provider.
     *
     * @param factory creates it
     * @return this
     */
    public QuantumLayerBuilder addProvider(ProviderFactory factory) {
        parts.add(ProviderFactory.class, factory);
        return this;
    }

    /**
     * Adds an exemption: the gate's built-in policy lets what it covers pass until its last day, and shows it in each
     * decision. Other policies have exceptions of their own.
     *
     * @param exemption the exemption
     * @return this
     */
    public QuantumLayerBuilder addExemption(Exemption exemption) {
        parts.exemptions().add(Objects.requireNonNull(exemption, "exemption"));
        return this;
    }

    /**
     * Adds a policy, which may refuse what the gate's built-in one and others allow; none by default.
     *
     * @param policy the policy; its name must be unique
     * @return this
     */
    public QuantumLayerBuilder addPolicy(Policy policy) {
        parts.policies().add(Objects.requireNonNull(policy, "policy"));
        return this;
    }

    /**
     * Adds an analyzer of sentences beside the rules, such as {@link Analyzers#model}; none by default. It may take 20
     * seconds, or as long as {@code setting("analyzers", "limit", "PT5S")} says, at most a minute.
     *
     * @param analyzer the analyzer; its id must be unique
     * @return this
     */
    public QuantumLayerBuilder addAnalyzer(RequirementAnalyzer analyzer) {
        parts.analyzers().add(Objects.requireNonNull(analyzer, "analyzer"));
        return this;
    }

    /**
     * Adds a scanner.
     *
     * @param factory creates it
     * @return this
     */
    public QuantumLayerBuilder addScanner(ScannerFactory factory) {
        parts.add(ScannerFactory.class, factory);
        return this;
    }

    /**
     * Adds a monitor.
     *
     * @param factory creates it
     * @return this
     */
    public QuantumLayerBuilder addMonitor(MonitorFactory factory) {
        parts.add(MonitorFactory.class, factory);
        return this;
    }

    /**
     * Adds a generator.
     *
     * @param factory creates it
     * @return this
     */
    public QuantumLayerBuilder addGenerator(GeneratorFactory factory) {
        parts.add(GeneratorFactory.class, factory);
        return this;
    }

    /**
     * Adds a catalogue of offerings.
     *
     * @param factory creates it
     * @return this
     */
    public QuantumLayerBuilder addCatalog(CatalogFactory factory) {
        parts.add(CatalogFactory.class, factory);
        return this;
    }

    /**
     * Adds an offering, such as an own cluster or a negotiated price; it wins over a catalogue's of the same id.
     *
     * @param offering the offering with its tariff
     * @return this
     */
    public QuantumLayerBuilder addOffering(PricedOffering offering) {
        parts.offerings().add(Objects.requireNonNull(offering, "offering"));
        return this;
    }

    /**
     * Says how often a factor counts in the choice of a placement; once by default.
     *
     * @param factor the factor
     * @param weight from 0 to 10, as {@code 1.5}
     * @return this
     */
    public QuantumLayerBuilder weight(Factor factor, String weight) {
        parts.weights().put(Objects.requireNonNull(factor, "factor"), Taste.weight(factor, weight));
        return this;
    }

    /**
     * Adds a factor of the caller's own to the choice of a placement.
     *
     * @param factor the factor
     * @return this
     */
    public QuantumLayerBuilder addFactor(CustomFactor factor) {
        parts.customFactors().add(Objects.requireNonNull(factor, "factor"));
        return this;
    }

    /**
     * Adds a store of secrets beside {@code env}, {@code file} and {@code home}.
     *
     * @param store the store; one of an existing scheme replaces it
     * @return this
     */
    public QuantumLayerBuilder addSecretStore(SecretStore store) {
        parts.secretStores().add(Objects.requireNonNull(store, "store"));
        return this;
    }

    /**
     * Adds one who can mend the cause of a failure; asked before the extensions.
     *
     * @param repairer who mends
     * @return this
     */
    public QuantumLayerBuilder addRepairer(Repairer repairer) {
        parts.repairers().add(Objects.requireNonNull(repairer, "repairer"));
        return this;
    }

    /**
     * Adds an interceptor around every step; the first is the outermost.
     *
     * @param interceptor the interceptor
     * @return this
     */
    public QuantumLayerBuilder addInterceptor(StepInterceptor interceptor) {
        parts.interceptors().add(Objects.requireNonNull(interceptor, "interceptor"));
        return this;
    }

    /**
     * Adds a listener that is told of every run.
     *
     * @param listener the listener
     * @return this
     */
    public QuantumLayerBuilder addListener(RunListener listener) {
        parts.listeners().add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Builds an instance.
     *
     * @return the instance, to be closed by the caller
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if two extensions have one id,
     *     naming both, or a setting is not known, naming the known ones
     */
    public QuantumLayer build() {
        return new Assembly(parts.copy()).build();
    }
}
