package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.catalog.CatalogFactory;
import io.quantumlayer.api.spi.error.Repairer;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.core.internal.analyze.Analysis;
import io.quantumlayer.core.internal.analyze.InstalledAnalyzers;
import io.quantumlayer.core.internal.analyze.RuleAnalyzer;
import io.quantumlayer.core.internal.artifact.FileArtifactStore;
import io.quantumlayer.core.internal.build.CommandBuilderFactory;
import io.quantumlayer.core.internal.cost.OfferingBook;
import io.quantumlayer.core.internal.cost.PricingDesk;
import io.quantumlayer.core.internal.detect.Detector;
import io.quantumlayer.core.internal.error.Classification;
import io.quantumlayer.core.internal.gate.Gate;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.probe.HttpProber;
import io.quantumlayer.core.internal.probe.Trust;
import io.quantumlayer.core.internal.process.LocalLauncher;
import io.quantumlayer.core.internal.process.LocalToolchain;
import io.quantumlayer.core.internal.process.SandboxMode;
import io.quantumlayer.core.internal.recognize.SourceRecognition;
import io.quantumlayer.core.internal.redact.LiteralSecrets;
import io.quantumlayer.core.internal.redact.Redactor;
import io.quantumlayer.core.internal.run.QuantumLayerCore;
import io.quantumlayer.core.internal.secrets.EnvironmentSecrets;
import io.quantumlayer.core.internal.secrets.FileSecrets;
import io.quantumlayer.core.internal.secrets.HomeSecrets;
import io.quantumlayer.core.internal.secrets.ResolvingSecrets;
import io.quantumlayer.core.internal.select.Selector;
import io.quantumlayer.core.internal.state.Releases;
import io.quantumlayer.core.internal.step.GeneratorChoice;
import io.quantumlayer.core.internal.step.ImageLine;
import io.quantumlayer.core.internal.step.SecretMint;
import io.quantumlayer.core.internal.step.SourceScans;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the tools of the steps from what the builder collected and what the class path holds; used once. */
final class Toolbox {
    private static final List<Setting> LAUNCHER = List.of(
            new Setting("sandbox", "confines local commands: required, preferred or off", "preferred", false),
            new Setting(
                    "path",
                    "folders to look for python3, uv, node, npm and mvn in before the system's own, joined by colons",
                    "",
                    false));

    private static final List<Setting> PROBE = List.of(
            new Setting("certificates", "PEM file of what probes over https trust; empty for the system's", "", false));

    private static final List<Setting> ANALYZERS =
            List.of(new Setting("limit", "how long an installed analyzer may take to read a sentence", "PT20S", false));

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Parts parts;
    private final Clock clock;
    private final Consumer<AutoCloseable> opened;
    private final Settings settings;
    private final Discovery discovery;
    private final Redactor redactor = new Redactor();
    private final Classification classification = new Classification(redactor::redact);
    private final Optional<Trust> trust;
    private final LocalLauncher launcher;
    private final Toolchain toolchain;
    private final SourceRecognition recognition;
    private final ArtifactStore artifacts;
    private final Optional<HomeSecrets> homeSecrets;
    private final ResolvingSecrets secrets;

    Toolbox(Parts parts, Clock clock, Consumer<AutoCloseable> opened) {
        this.parts = parts;
        this.clock = clock;
        this.opened = opened;
        this.settings = new Settings(parts.settings());
        this.discovery = new Discovery(parts);
        Map<String, String> local = settings.take("launcher", LAUNCHER);
        Path java = JavaHome.ofThisProcess();
        this.trust = Optional.of(settings.take("probe", PROBE).getOrDefault("certificates", ""))
                .filter(file -> !file.isEmpty())
                .map(Trust::bundle);
        this.launcher = new LocalLauncher(java, mode(local.getOrDefault("sandbox", "preferred")));
        this.toolchain = new LocalToolchain(java, local.getOrDefault("path", ""));
        this.recognition = new SourceRecognition(toolchain);
        opened.accept(launcher);
        this.artifacts = parts.home()
                .<ArtifactStore>map(home -> FileArtifactStore.open(home.resolve("artifacts")))
                .orElseGet(NoArtifacts::new);
        this.homeSecrets = parts.home().map(home -> new HomeSecrets(home.resolve("secrets"), new SecureRandom()));
        this.secrets = new ResolvingSecrets(stores(), redactor);
    }

    Classification classification() {
        return classification;
    }

    InstalledTools tools(Releases releases) {
        Providers providers = providers();
        List<Scanner> scanners = all(ScannerFactory.class);
        List<Monitor> monitors = all(MonitorFactory.class);
        List<Generator> generators = all(GeneratorFactory.class);
        Gate gate = new Gate(parts.exemptions(), parts.policies());
        opened.accept(gate);
        SourceScans scans = new SourceScans(scanners, gate);
        OfferingBook book = new OfferingBook(parts.offerings(), all(CatalogFactory.class));
        ArtifactBuilderFactory factory =
                parts.artifactBuilder().orElseGet(() -> new CommandBuilderFactory(redactor::redact, parts.reuse()));
        var builder = create(factory);
        Analysis analysis = analysis();
        settings.refuseUntaken();
        List<Repairer> repairers = new ArrayList<>(parts.repairers());
        providers.all().forEach(calls -> addRepairer(repairers, calls.provider()));
        scanners.forEach(s -> addRepairer(repairers, s));
        monitors.forEach(m -> addRepairer(repairers, m));
        generators.forEach(g -> addRepairer(repairers, g));
        addRepairer(repairers, builder);
        Detector detector = new Detector(providers);
        opened.accept(detector);
        return new InstalledTools(
                new InstalledTools.Deciding(
                        analysis,
                        detector::detect,
                        new Selector(providers::offerings, book, parts.taste()),
                        new PricingDesk(book),
                        recognition),
                new InstalledTools.Making(
                        new GeneratorChoice(generators, toolchain),
                        scanners,
                        scans,
                        new InstalledTools.Building(builder, parts.reuse()),
                        repairers),
                new InstalledTools.Running(providers, monitors, prober(), images(scans)),
                new InstalledTools.Keeping(artifacts, releases, mint(), secrets, redactor::redact));
    }

    private Analysis analysis() {
        RuleAnalyzer rules = new RuleAnalyzer();
        Analysis sentences = sentences(rules);
        return (plan, call) -> SourceRecognition.applies(plan)
                ? recognition.analyzed(plan, rules.analyze(plan))
                : sentences.analyze(plan, call);
    }

    /** Without installed analyzers, sentences are read as fast as the rules read them. */
    private Analysis sentences(RuleAnalyzer rules) {
        String limit = settings.take("analyzers", ANALYZERS).getOrDefault("limit", "");
        if (parts.analyzers().isEmpty()) {
            return (plan, call) -> rules.analyze(plan);
        }
        InstalledAnalyzers installed = new InstalledAnalyzers(rules, parts.analyzers(), time("analyzers.limit", limit));
        opened.accept(installed);
        return installed;
    }

    QuantumLayerCore.Intake intake() {
        return new QuantumLayerCore.Intake() {
            @Override
            public void check(DeploymentPlan plan) {
                LiteralSecrets.refuse(plan);
                plan.secrets().values().forEach(Toolbox.this::resolvable);
                if (SourceRecognition.applies(plan)) {
                    recognition.seen(plan);
                }
            }

            @Override
            public void deployable() {
                if (parts.home().isEmpty()) {
                    throw refused("home.missing", "a deployment needs a home: call home(path) on the builder");
                }
            }
        };
    }

    private void resolvable(SecretRef reference) {
        if (!secrets.knows(reference.scheme())) {
            throw refused("secret.scheme", "nobody here resolves secrets of scheme '" + reference.scheme() + "'");
        }
    }

    private SecretMint mint() {
        return new SecretMint() {
            @Override
            public SecretRef mint(ApplicationId application, String name) {
                return homeSecrets
                        .orElseThrow(() -> refused("home.missing", "secrets are minted below home: call home(path)"))
                        .mint(application, name);
            }

            @Override
            public void forget(ApplicationId application) {
                homeSecrets.ifPresent(h -> h.forget(application));
            }
        };
    }

    private Providers providers() {
        List<ProviderCalls> guarded = new ArrayList<>();
        for (ProviderFactory factory : discovery.find(ProviderFactory.class)) {
            var provider = create(factory);
            opened.accept(provider);
            guarded.add(new ProviderCalls(provider, classification, parts.bulkhead(), clock));
        }
        return new Providers(guarded);
    }

    private <T, F extends ExtensionFactory<T>> List<T> all(Class<F> type) {
        return discovery.find(type).stream().map(this::create).toList();
    }

    private <T> T create(ExtensionFactory<T> factory) {
        Map<String, String> values = settings.take(factory.id(), factory.settings());
        Optional<Path> folder = parts.home().map(home -> home.resolve(factory.id()));
        return factory.create(new Lent(
                values, folder, new Lent.Services(artifacts, secrets, new Lent.Local(launcher, toolchain), clock)));
    }

    /** Without a home nothing is deployed, so no room is needed either. */
    private Optional<ImageLine> images(SourceScans scans) {
        return parts.home()
                .flatMap(home ->
                        parts.images().map(supply -> new ImageLine(supply, artifacts, scans, home.resolve("images"))));
    }

    private Prober prober() {
        return parts.prober().orElseGet(() -> {
            HttpProber prober = new HttpProber(classification, trust);
            opened.accept(prober);
            return prober;
        });
    }

    private List<SecretStore> stores() {
        Map<String, SecretStore> byScheme = new LinkedHashMap<>();
        List<SecretStore> all = new ArrayList<>();
        all.add(new EnvironmentSecrets(System.getenv()));
        all.add(new FileSecrets());
        homeSecrets.ifPresent(all::add);
        all.addAll(parts.secretStores());
        all.forEach(store -> byScheme.put(store.scheme(), store));
        return List.copyOf(byScheme.values());
    }

    private static void addRepairer(List<Repairer> repairers, Object extension) {
        if (extension instanceof Repairer repairer) {
            repairers.add(repairer);
        }
    }

    private static Duration time(String setting, String text) {
        try {
            Duration time = Duration.parse(text);
            if (!time.isZero() && !time.isNegative() && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw new QuantumLayerException(unfit(setting, text), e);
        }
        throw new QuantumLayerException(unfit(setting, text));
    }

    private static Failure unfit(String setting, String text) {
        return Failure.of(
                ErrorType.CONFIGURATION,
                "setting.value",
                setting + " is a time above zero and up to a minute, like PT20S, not '" + text + "'");
    }

    private static SandboxMode mode(String text) {
        try {
            return SandboxMode.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new QuantumLayerException(
                    Failure.of(
                            ErrorType.CONFIGURATION,
                            "setting.value",
                            "launcher.sandbox is required, preferred or off, not '" + text + "'"),
                    e);
        }
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, code, message));
    }
}
