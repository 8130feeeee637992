package io.quantumlayer.core.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.core.internal.plan.RandomPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    static Stream<Class<?>> types() {
        return Stream.of(
                AppSpec.class,
                BuiltArtifact.class,
                Candidate.class,
                Control.class,
                Coverage.class,
                CpuMillis.class,
                Detection.class,
                Digest.class,
                ImageReference.class,
                Environment.class,
                Evidence.class,
                Fact.class,
                FactorScore.class,
                Failure.class,
                Finding.class,
                Fit.class,
                GateDecision.class,
                LogPage.class,
                Memory.class,
                Money.class,
                MonitoredRelease.class,
                Observation.class,
                Offering.class,
                Operation.class,
                Placement.class,
                PlacementDecision.class,
                ProbeAnswer.class,
                Programme.class,
                Recipe.class,
                Rejection.class,
                Release.class,
                ReleaseId.class,
                ReleaseSpec.class,
                Residency.class,
                Resources.class,
                RunId.class,
                ApplicationId.class,
                ScanReport.class,
                SecretRef.class,
                Signal.class,
                StepReport.class,
                Traffic.class,
                TrafficState.class,
                Workload.class,
                Everything.class);
    }

    /** What a record of core may look like. */
    private record Everything(
            Optional<List<Optional<Digest>>> optional,
            @Nullable Evidence nullable,
            Map<Programme, Map<String, Failure>> nested,
            Inner inner,
            List<ApplicationId> applications) {}

    private record Inner(int number, long big, double real, boolean flag, Instant at) {}

    @ParameterizedTest
    @MethodSource("types")
    void readsBackAnEqualValueFromEqualBytes(Class<?> type) {
        RandomValues values = new RandomValues(type.getSimpleName().hashCode());
        for (int round = 0; round < 200; round++) {
            Object value = values.any(type);

            byte[] json = Json.write(value);
            Object read = Json.read(json, type);

            assertThat(read).as(new String(json, UTF_8)).isEqualTo(value);
            assertThat(Json.write(read)).isEqualTo(json);
            assertThat((Object) Json.fields(among(json), 1).read("this", type)).isEqualTo(value);
        }
    }

    @Test
    void readsGenericValues() {
        Map<String, List<Digest>> value = new LinkedHashMap<>();
        value.put("z", List.of(Digest.of("1")));
        value.put("a", List.of());

        Map<String, List<Digest>> read = Json.read(Json.write(value), new TypeToken<Map<String, List<Digest>>>() {});

        assertThat(read).isEqualTo(value);
        assertThat(List.copyOf(read.keySet())).containsExactly("z", "a");
        assertThat(Json.read(bytes("[\"b\",\"a\"]"), new TypeToken<Set<String>>() {}))
                .containsExactly("b", "a");
    }

    @Test
    void keepsTheTypesInsideATrait() {
        Trait<Money> budget = Trait.stated(Money.usd("50.25"), "50.25 dollars");

        assertThat(Json.read(Json.write(budget), new TypeToken<Trait<Money>>() {}))
                .isEqualTo(budget);
    }

    @Test
    void writesCompactTextThatOthersCanRead() {
        Operation operation = new RandomValues(1).any(Operation.class);
        Failure failure = Failure.of(ErrorType.NETWORK, "a.b", "no\nroute").withRetryAfter(Duration.ofMillis(1500));

        assertThat(new String(Json.write(failure), UTF_8))
                .isEqualTo("{\"type\":\"NETWORK\",\"code\":\"a.b\",\"message\":\"no\\nroute\",\"retryable\":true,"
                        + "\"retryAfter\":\"PT1.5S\"}");
        assertThat(new String(Json.write(Instant.parse("2026-01-02T03:04:05.000000007Z")), UTF_8))
                .isEqualTo("\"2026-01-02T03:04:05.000000007Z\"");
        assertThat(new String(Json.write(new BigDecimal("1E-10")), UTF_8)).isEqualTo("0.0000000001");
        assertThat(new String(Json.write(operation), UTF_8)).startsWith("{\"id\":");
    }

    @Test
    void readsBackPlansAndRecordsThatHoldThem() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Planned value = new Planned(RandomPlan.of(random), round);

            byte[] json = Json.write(value);
            assertThat(Json.read(json, Planned.class)).isEqualTo(value);
            assertThat(Json.fields(among(json), 1).read("this", Planned.class)).isEqualTo(value);
        }
    }

    private record Planned(DeploymentPlan plan, int number) {}

    @Test
    void refusesAPlanWithFieldsThatItDoesNotKnow() {
        String json = new String(Json.write(RandomPlan.of(new Random(1))), UTF_8);

        assertThatThrownBy(
                        () -> Json.read(bytes(json.replace("\"spec\":{", "\"spec\":{\"x\":1,")), DeploymentPlan.class))
                .isInstanceOf(QuantumLayerException.class)
                .rootCause()
                .hasMessageContaining("spec.x must be a known field");
    }

    @Test
    void skipsFieldsOfALaterVersion() {
        assertThat(Json.read(bytes("{\"allowed\":true,\"reasons\":[\"r\"],\"later\":{\"x\":1}}"), GateDecision.class))
                .isEqualTo(new GateDecision(true, List.of("r")));
    }

    @Test
    void refusesWhatIsNoRecord() {
        byte[] deep = new byte[300];
        Arrays.fill(deep, (byte) '[');
        for (byte[] wrong : List.of(
                bytes(""),
                bytes("null"),
                bytes("{"),
                bytes("{\"allowed\":null}"),
                bytes("{\"allowed\":\"true\"}"),
                deep,
                bytes("{\"allowed\":true,\"reasons\":[]} {}"))) {
            assertThatThrownBy(() -> Json.read(wrong, GateDecision.class))
                    .isInstanceOfSatisfying(
                            QuantumLayerException.class,
                            e -> assertThat(e.failure().code()).isEqualTo("record.unreadable"));
        }
        assertThatThrownBy(() -> Json.read(bytes("\"sha256:zz\""), Digest.class))
                .isInstanceOf(QuantumLayerException.class);
        assertThatThrownBy(() -> Json.read(bytes("{\"nonsense/\":{}}"), new TypeToken<Map<RunId, Object>>() {}))
                .isInstanceOf(QuantumLayerException.class);
    }

    @Test
    void refusesAValueWithoutCodec() {
        assertThatThrownBy(() -> Json.write(List.of(new NoRecord()))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Looks like a bean, which is not enough. */
    private static final class NoRecord {
        @Override
        public String toString() {
            return "field";
        }
    }

    @Test
    void readsARecordWithoutComponents() {
        assertThat(Json.read(Json.write(new Nothing()), Nothing.class)).isEqualTo(new Nothing());
    }

    private record Nothing() {}

    @Test
    void writesNoSecretValue() {
        assertThatThrownBy(() -> Json.write(io.quantumlayer.api.spi.secrets.Secret.of("canary-value")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] among(byte[] json) {
        return bytes("{\"before\":[1,{\"a\":\"}\"}],\"this\":" + new String(json, UTF_8) + ",\"after\":null}");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
