package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.placement.CustomFactor;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.StepInterceptor;
import io.quantumlayer.api.spi.error.Repairer;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.run.JournalRetention;
import io.quantumlayer.core.internal.select.Taste;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the builder collected. Not thread-safe. */
public final class Parts {
    private static final int DEFAULT_BULKHEAD = 64;

    private final Map<Class<?>, List<ExtensionFactory<?>>> factories = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    private final List<SecretStore> secretStores = new ArrayList<>();
    private final List<Repairer> repairers = new ArrayList<>();
    private final List<Exemption> exemptions = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<RequirementAnalyzer> analyzers = new ArrayList<>();
    private final List<StepInterceptor> interceptors = new ArrayList<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private final List<PricedOffering> offerings = new ArrayList<>();
    private final Map<Factor, BigDecimal> weights = new EnumMap<>(Factor.class);
    private final List<CustomFactor> customFactors = new ArrayList<>();
    private @Nullable Path home;
    private @Nullable Journal journal;
    private @Nullable EngineFactory engine;
    private @Nullable TimeSource time;
    private @Nullable RandomGenerator random;
    private @Nullable Prober prober;
    private @Nullable ArtifactBuilderFactory artifactBuilder;
    private @Nullable ClassLoader classLoader;
    private @Nullable ImageSupply images;
    private JournalRetention.@Nullable Limits retention;
    private boolean reuse = true;
    private boolean discovery = true;
    private int bulkhead = DEFAULT_BULKHEAD;

    /**
     * Copies what was collected so far.
     *
     * @return an independent copy
     */
    public Parts copy() {
        Parts copy = new Parts();
        factories.forEach((type, list) -> copy.factories.put(type, new ArrayList<>(list)));
        settings.forEach((id, values) -> copy.settings.put(id, new LinkedHashMap<>(values)));
        copy.secretStores.addAll(secretStores);
        copy.repairers.addAll(repairers);
        copy.exemptions.addAll(exemptions);
        copy.policies.addAll(policies);
        copy.analyzers.addAll(analyzers);
        copy.interceptors.addAll(interceptors);
        copy.listeners.addAll(listeners);
        copy.offerings.addAll(offerings);
        copy.weights.putAll(weights);
        copy.customFactors.addAll(customFactors);
        copy.home = home;
        copy.journal = journal;
        copy.engine = engine;
        copy.time = time;
        copy.random = random;
        copy.prober = prober;
        copy.artifactBuilder = artifactBuilder;
        copy.classLoader = classLoader;
        copy.images = images;
        copy.retention = retention;
        copy.reuse = reuse;
        copy.discovery = discovery;
        copy.bulkhead = bulkhead;
        return copy;
    }

    /**
     * Adds a factory.
     *
     * @param type the kind of factory
     * @param factory the factory
     * @param <F> the kind of factory
     */
    public <F extends ExtensionFactory<?>> void add(Class<F> type, F factory) {
        factories.computeIfAbsent(type, t -> new ArrayList<>()).add(factory);
    }

    <F extends ExtensionFactory<?>> List<F> explicit(Class<F> type) {
        return factories.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    /**
     * Sets a setting.
     *
     * @param extension the extension's id
     * @param name the setting's name
     * @param value its value
     */
    public void setting(String extension, String name, String value) {
        settings.computeIfAbsent(extension, e -> new LinkedHashMap<>()).put(name, value);
    }

    Map<String, Map<String, String>> settings() {
        return settings;
    }

    /**
     * Returns the stores of secrets.
     *
     * @return the changeable list
     */
    public List<SecretStore> secretStores() {
        return secretStores;
    }

    /**
     * Returns the exemptions.
     *
     * @return the changeable list
     */
    public List<Exemption> exemptions() {
        return exemptions;
    }

    /**
     * Returns the installed policies.
     *
     * @return the changeable list
     */
    public List<Policy> policies() {
        return policies;
    }

    /**
     * Returns the installed analyzers.
     *
     * @return the changeable list
     */
    public List<RequirementAnalyzer> analyzers() {
        return analyzers;
    }

    /**
     * Returns the repairers.
     *
     * @return the changeable list
     */
    public List<Repairer> repairers() {
        return repairers;
    }

    /**
     * Returns the interceptors.
     *
     * @return the changeable list
     */
    public List<StepInterceptor> interceptors() {
        return interceptors;
    }

    /**
     * Returns the listeners.
     *
     * @return the changeable list
     */
    public List<RunListener> listeners() {
        return listeners;
    }

    /**
     * Returns the offerings that the caller added.
     *
     * @return the changeable list
     */
    public List<PricedOffering> offerings() {
        return offerings;
    }

    /**
     * Returns how much each factor counts.
     *
     * @return the changeable map
     */
    public Map<Factor, BigDecimal> weights() {
        return weights;
    }

    /**
     * Returns the caller's own factors.
     *
     * @return the changeable list
     */
    public List<CustomFactor> customFactors() {
        return customFactors;
    }

    Taste taste() {
        return new Taste(weights, customFactors);
    }

    /**
     * Sets the home.
     *
     * @param folder the folder
     */
    public void home(Path folder) {
        this.home = folder;
    }

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    /**
     * Sets the journal.
     *
     * @param value the journal
     */
    public void journal(Journal value) {
        this.journal = value;
    }

    Optional<Journal> journal() {
        return Optional.ofNullable(journal);
    }

    /**
     * Sets which runs the journal keeps.
     *
     * @param value which runs stay
     */
    public void retention(JournalRetention.Limits value) {
        this.retention = value;
    }

    Optional<JournalRetention.Limits> retention() {
        return Optional.ofNullable(retention);
    }

    /**
     * Sets the engine.
     *
     * @param value creates the engine
     */
    public void engine(EngineFactory value) {
        this.engine = value;
    }

    Optional<EngineFactory> engine() {
        return Optional.ofNullable(engine);
    }

    /**
     * Sets the source of time.
     *
     * @param value the source
     */
    public void time(TimeSource value) {
        this.time = value;
    }

    Optional<TimeSource> time() {
        return Optional.ofNullable(time);
    }

    /**
     * Sets the source of randomness.
     *
     * @param value the source
     */
    public void random(RandomGenerator value) {
        this.random = value;
    }

    Optional<RandomGenerator> random() {
        return Optional.ofNullable(random);
    }

    /**
     * Sets the prober.
     *
     * @param value the prober
     */
    public void prober(Prober value) {
        this.prober = value;
    }

    Optional<Prober> prober() {
        return Optional.ofNullable(prober);
    }

    /**
     * Sets what builds artifacts.
     *
     * @param value creates the builder
     */
    public void artifactBuilder(ArtifactBuilderFactory value) {
        this.artifactBuilder = value;
    }

    Optional<ArtifactBuilderFactory> artifactBuilder() {
        return Optional.ofNullable(artifactBuilder);
    }

    /**
     * Sets the class loader.
     *
     * @param value the loader
     */
    public void classLoader(ClassLoader value) {
        this.classLoader = value;
    }

    Optional<ClassLoader> classLoader() {
        return Optional.ofNullable(classLoader);
    }

    /**
     * Sets what makes images of artifacts.
     *
     * @param supply makes them
     */
    public void images(ImageSupply supply) {
        this.images = supply;
    }

    Optional<ImageSupply> images() {
        return Optional.ofNullable(images);
    }

    /**
     * Says whether earlier builds of equal inputs will do.
     *
     * @param wanted whether they will
     */
    public void reuse(boolean wanted) {
        this.reuse = wanted;
    }

    boolean reuse() {
        return reuse;
    }

    /**
     * Says whether to discover.
     *
     * @param wanted whether to look
     */
    public void discovery(boolean wanted) {
        this.discovery = wanted;
    }

    boolean discovery() {
        return discovery;
    }

    /**
     * Sets the bulkhead.
     *
     * @param atOnce calls at once
     * @throws IllegalArgumentException if it is less than 1
     */
    public void bulkhead(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("bulkhead: at least 1, not " + atOnce);
        }
        this.bulkhead = atOnce;
    }

    int bulkhead() {
        return bulkhead;
    }
}
