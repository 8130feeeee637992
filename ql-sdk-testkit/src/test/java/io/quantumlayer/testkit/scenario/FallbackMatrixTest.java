package io.quantumlayer.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.FakeProviderFactory;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.FaultPlan;
import io.quantumlayer.testkit.fault.Site;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.Interception;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One provider after the other fails at each of its calls, while residency, HIPAA and a high security level are asked
 * for: the run ends at the next one that meets every limit, or fails, and never at a weaker one.
 */
class FallbackMatrixTest {
    private static final FactSource SOURCE = new FactSource("made up", LocalDate.of(2026, 11, 28), true);
    private static final List<String> STRONG = List.of("fake", "second", "third");
    private static final List<String> CALLS =
            List.of("plan", "ensure", "observe", "controls", "traffic", "switchTraffic");

    @TempDir
    Path home;

    static Stream<Arguments> cells() {
        return CALLS.stream()
                .flatMap(call -> Stream.of(ErrorType.NETWORK, ErrorType.DEPENDENCY, ErrorType.UNKNOWN)
                        .flatMap(type -> IntStream.rangeClosed(1, STRONG.size())
                                .mapToObj(failing -> Arguments.of(call, type, failing))));
    }

    @ParameterizedTest(name = "{0} fails as {1} at the first {2}")
    @MethodSource("cells")
    void endsAtTheNextThatMeetsEveryLimitOrNowhere(String call, ErrorType type, int failing) {
        TestBench bench = TestBench.in(home);
        List<String> touched = new ArrayList<>();
        bench.provider(fake -> fake.offering(FallbackMatrixTest::strong));
        List<FaultPlan> plans = List.of(bench.faults(), new FaultPlan(bench.skipper()), new FaultPlan(bench.skipper()));
        bench.with(builder -> builder.addProvider(
                        around(provider(bench, "second").offering(FallbackMatrixTest::strong), plans.get(1)))
                .addProvider(around(provider(bench, "third").offering(FallbackMatrixTest::strong), plans.get(2)))
                .addProvider(around(provider(bench, "abroad").offering(FallbackMatrixTest::abroad), noted(touched)))
                .addProvider(around(
                        provider(bench, "careless").offering(offering -> offering.withCountry("DE")), noted(touched))));
        plans.subList(0, failing)
                .forEach(plan -> plan.inject(
                        Site.call(Provider.class, call).always(),
                        Fault.fails(Failure.of(type, "fault.injected", "injected"))));
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(plan()));
            boolean anyLeft = failing < STRONG.size();
            assertThat(touched).as("weaker placements asked to make something").isEmpty();
            if (!anyLeft) {
                assertThat(result.reached()).as("%s", result).isIn(Outcome.FAILED, Outcome.FAILED_LEFTOVERS);
            } else if (leavesNothingUnsure(call)) {
                assertThat(result.reached()).as("%s", result).isEqualTo(Outcome.LIVE);
                assertThat(path(result))
                        .as("%s", result)
                        .hasSize(failing)
                        .last()
                        .asString()
                        .contains(" to " + STRONG.get(failing) + "/fake/nowhere at level 1 another provider");
                assertThat(bench.world().resources()).as("left in the world").hasSize(3);
            }
            if (result.reached() == Outcome.FAILED) {
                assertThat(bench.world().resources()).as("left in the world").isEmpty();
            }
        }
    }

    /** Where absence cannot be seen, or traffic not given back, a run ends and names what may be left. */
    private static boolean leavesNothingUnsure(String call) {
        return !call.equals("observe") && !call.equals("traffic") && !call.equals("switchTraffic");
    }

    private static List<String> path(DeploymentResult result) {
        return result.steps().stream()
                .map(StepReport::summary)
                .filter(line -> line.startsWith("fell back from"))
                .toList();
    }

    private static FakeProviderFactory provider(TestBench bench, String id) {
        return FakeProviderFactory.of(id, bench.world());
    }

    private static ProviderFactory around(ProviderFactory factory, CallInterceptor interceptor) {
        return Interception.factory(ProviderFactory.class, Provider.class, factory, interceptor);
    }

    private static CallInterceptor noted(List<String> touched) {
        return call -> {
            if (call.method().equals("ensure") || call.method().equals("switchTraffic")) {
                touched.add(call.toString());
            }
            return call.proceed();
        };
    }

    private static Offering strong(Offering offering) {
        return eligible(offering).withCountry("DE");
    }

    private static Offering abroad(Offering offering) {
        return eligible(offering).withCountry("US");
    }

    private static Offering eligible(Offering offering) {
        return offering.withFacts(Fact.of("compliance.hipaa", "eligible with a signed BAA", "", SOURCE));
    }

    private static DeploymentPlan plan() {
        return DeploymentPlan.named("todo")
                .requirement("Create a Java REST service for a todo list")
                .language("java")
                .residency(Residency.EU)
                .compliance(Programme.HIPAA)
                .securityLevel(SecurityLevel.STRICT)
                .deadline(Duration.ofHours(12))
                .build();
    }
}
