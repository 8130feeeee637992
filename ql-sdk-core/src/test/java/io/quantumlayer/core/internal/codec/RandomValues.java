package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Seeded values of the api: those with rules of their own are made here, every other record by reflection. */
final class RandomValues {
    private static final String[] TEXTS = {
        "", "todo", "a \"quoted\" word", "line\nbreak", "Grüße, 世界 \uD83D\uDE80", "\t\\ \u0001 \u2028", "null", "{}"
    };

    private final Random random;
    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

    RandomValues(long seed) {
        this.random = new Random(seed);
        numbersAndTexts();
        planValues();
        placements();
        makers.put(Digest.class, () -> Digest.of(text()));
        makers.put(
                ImageReference.class,
                () -> ImageReference.parse("127.0.0.1:5000/acme/todo" + number(9))
                        .at(any(Digest.class)));
        makers.put(PolicyId.class, () -> new PolicyId("p-" + number(100), Digest.of("d" + number(100))));
        makers.put(ApplicationId.class, () -> new ApplicationId("t" + number(100), "app-" + number(100)));
        makers.put(RunId.class, () -> new RunId(new ApplicationId("t", "a" + number(9)), "r".repeat(25) + number(9)));
        makers.put(ReleaseId.class, () -> new ReleaseId("r00000000000" + number(9)));
        makers.put(Failure.class, this::failure);
        makers.put(Evidence.class, this::evidence);
        makers.put(Workload.class, this::workload);
        makers.put(AppSpec.class, this::appSpec);
        makers.put(Trait.class, () -> trait(text()));
        makers.put(ToolNeed.class, () -> new ToolNeed(any(Tool.class), chance() ? "" : number(20) + "." + number(99)));
        makers.put(
                Recipe.Command.class, () -> new Recipe.Command(List.of("run", text()), chance(), Optional.of(text())));
    }

    /** Returns a random value of any supported class. */
    <T> T any(Class<T> type) {
        Supplier<?> maker = makers.get(type);
        if (maker != null) {
            return type.cast(maker.get());
        }
        return type.cast(type.isEnum() ? oneOf(type.getEnumConstants()) : RandomRecord.of(type, this));
    }

    boolean knows(Class<?> type) {
        return makers.containsKey(type) || type.isEnum() || type.isRecord();
    }

    Object primitive(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return random.nextInt();
        }
        return type == long.class ? (Object) random.nextLong() : (Object) random.nextGaussian();
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    String text() {
        return oneOf(TEXTS) + random.nextInt(1000);
    }

    <T> List<T> several(IntFunction<T> maker) {
        return IntStream.range(0, number(4)).mapToObj(maker).toList();
    }

    private <T> T oneOf(T[] values) {
        return values[number(values.length)];
    }

    private void numbersAndTexts() {
        makers.put(String.class, this::text);
        makers.put(Boolean.class, this::chance);
        makers.put(Integer.class, random::nextInt);
        makers.put(Long.class, random::nextLong);
        makers.put(Double.class, random::nextGaussian);
        makers.put(BigDecimal.class, () -> BigDecimal.valueOf(random.nextLong(), number(9)));
        makers.put(Instant.class, () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
        makers.put(Duration.class, () -> Duration.ofSeconds(1 + number(1_000_000), random.nextInt(1_000_000_000)));
        makers.put(LocalDate.class, () -> LocalDate.ofEpochDay(number(40_000)));
    }

    private void planValues() {
        makers.put(CpuMillis.class, () -> new CpuMillis(1 + number(CpuMillis.MAX)));
        makers.put(Memory.class, () -> new Memory(1 + Math.floorMod(random.nextLong(), Memory.MAX_BYTES)));
        makers.put(
                Money.class,
                () -> Money.of(BigDecimal.valueOf(number(1_000_000), number(4)), chance() ? "USD" : "JPY"));
        makers.put(Programme.class, () -> chance() ? Programme.PCI_DSS : new Programme("P" + number(1000)));
        makers.put(Residency.class, () -> chance() ? Residency.EU : new Residency("DE"));
        makers.put(
                Resources.class,
                () -> new Resources(
                        chance() ? Optional.empty() : Optional.of(any(CpuMillis.class)),
                        Optional.of(any(Memory.class))));
        makers.put(
                SecretRef.class,
                () -> chance() ? SecretRef.env("V" + number(9)) : new SecretRef("vault", "a:b/" + number(9)));
        makers.put(Traffic.class, () -> new Traffic(BigDecimal.valueOf(1 + number(1_000_000), number(6))));
    }

    private void placements() {
        makers.put(Fact.class, () -> fact("fact." + number(9)));
        makers.put(FactSource.class, () -> new FactSource("page" + text(), any(LocalDate.class), chance()));
        makers.put(FactorScore.class, () -> score(any(Factor.class)));
        makers.put(Offering.class, () -> offering(number(100)));
        makers.put(Candidate.class, () -> candidate(number(100)));
        makers.put(Environment.class, () -> new Environment(List.of()));
        makers.put(PlacementDecision.class, this::decision);
    }

    private Fact fact(String name) {
        return chance() ? Fact.unknown(name) : Fact.of(name, text(), chance() ? "USD" : "", any(FactSource.class));
    }

    private FactorScore score(Factor factor) {
        return chance()
                ? FactorScore.unknown(factor, "unknown" + text())
                : FactorScore.of(factor, number(1000) / 100.0, "because" + text());
    }

    private Offering offering(int number) {
        Offering plain = Offering.of("cloud/run/region-" + number, any(Strategy.class))
                .withFacts(several(i -> fact("fact." + i)).toArray(new Fact[0]));
        return chance() ? plain : plain.withCountry("DE");
    }

    private Candidate candidate(int number) {
        return new Candidate(
                offering(number),
                List.of(Factor.values()).stream().map(this::score).toList());
    }

    private PlacementDecision decision() {
        List<Candidate> candidates = several(this::candidate);
        Optional<Placement> chosen = candidates.stream()
                .findFirst()
                .map(first ->
                        Placement.on(first.offering()).withSetting("z", text()).withSetting("a", text()));
        return new PlacementDecision(
                chosen,
                candidates,
                several(i -> any(io.quantumlayer.api.placement.Rejection.class)),
                several(i -> text()));
    }

    private Failure failure() {
        Failure plain = Failure.of(any(ErrorType.class), "some.code", text());
        Failure delayed = chance() ? plain : plain.withRetryAfter(any(Duration.class));
        return chance() ? delayed : delayed.notRetryable();
    }

    private Evidence evidence() {
        Evidence lasting = Evidence.lasting(any(Claim.class), any(Digest.class), any(Evidence.Observed.class), text());
        return chance() ? lasting : lasting.validFor(any(Duration.class));
    }

    private Workload workload() {
        Workload.Builder builder = Workload.builder(any(Digest.class), several(i -> text()))
                .addEnvironment(map(i -> text()))
                .addSecrets(map(i -> any(SecretRef.class)))
                .image(chance() ? any(ImageReference.class) : null)
                .healthPath("/h" + number(9))
                .replicas(1 + number(9));
        return builder.port(chance() ? null : 1 + number(9000))
                .resources(chance() ? null : any(Resources.class))
                .build();
    }

    private <V> Map<String, V> map(IntFunction<V> maker) {
        Map<String, V> map = new LinkedHashMap<>();
        several(maker).forEach(value -> map.put("k" + number(99), value));
        return map;
    }

    <V> Trait<V> trait(V value) {
        Origin origin = any(Origin.class);
        List<String> words = new ArrayList<>(several(i -> text()));
        words.add("word");
        return new Trait<>(value, origin, origin == Origin.DEFAULTED ? List.of() : words);
    }

    private AppSpec appSpec() {
        AppSpecBuilder spec = AppSpec.ofKind(trait(any(AppKind.class))).securityLevel(trait(any(SecurityLevel.class)));
        several(i -> spec.feature("feature_" + i, trait(chance())));
        several(i -> spec.compliance(new Programme("P" + i), trait(chance())));
        several(i -> spec.addRegion(trait("eu-" + i)));
        several(i -> spec.addPreferredProvider(trait("p" + i)));
        several(i -> spec.addExcludedProvider(trait("x" + i)));
        several(i -> spec.addContradiction(text()));
        several(i -> spec.addNotUnderstood(text()));
        if (chance()) {
            spec.language(trait("java")).framework(trait("spring")).entity(trait(text()));
            spec.dataClass(trait(any(DataClass.class))).residency(trait(any(Residency.class)));
            spec.traffic(trait(any(Traffic.class))).latency(trait(any(Duration.class)));
            spec.budget(trait(any(Money.class)));
            spec.availability(trait(new BigDecimal("0.99"))).duration(trait(any(Duration.class)));
            spec.memory(trait(any(Memory.class))).gpu(trait(chance())).unsupportedBecause(text());
        }
        return spec.build();
    }
}
