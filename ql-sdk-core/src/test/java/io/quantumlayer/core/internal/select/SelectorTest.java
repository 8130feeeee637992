package io.quantumlayer.core.internal.select;

import static io.quantumlayer.core.internal.select.World.decide;
import static io.quantumlayer.core.internal.select.World.java;
import static io.quantumlayer.core.internal.select.World.offering;
import static io.quantumlayer.core.internal.select.World.plan;
import static io.quantumlayer.core.internal.select.World.winner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Slo;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final Offering CHEAP = java(
                    "cheap/run/west", "price.month=10 USD", "latency.p95=400 ms", "sla.availability=99 %")
            .withCountry("US");
    private static final Offering FAST = java(
                    "fast/run/central", "price.month=45 USD", "latency.p95=40 ms", "sla.availability=99.99 %")
            .withCountry("DE");

    @Test
    void the_winner_changes_with_the_requirement() {
        assertThat(winner(decide(plan().monthlyBudget(Money.usd(20)), CHEAP, FAST)))
                .isEqualTo("cheap/run/west");
        assertThat(winner(decide(plan().latency(Duration.ofMillis(50)), CHEAP, FAST)))
                .isEqualTo("fast/run/central");
        assertThat(winner(decide(plan().region("us"), CHEAP, FAST))).isEqualTo("cheap/run/west");
        assertThat(winner(decide(plan().residency(Residency.EU), CHEAP, FAST))).isEqualTo("fast/run/central");
    }

    @Test
    void a_tighter_budget_widens_the_lead_of_the_cheap() {
        Offering dear = java("dear/a/b", "price.month=1000 USD");
        BigDecimal unlimited = lead(decide(plan(), CHEAP, FAST, dear));
        BigDecimal wide = lead(decide(plan().monthlyBudget(Money.usd(100)), CHEAP, FAST, dear));
        BigDecimal tight = lead(decide(plan().monthlyBudget(Money.usd(50)), CHEAP, FAST, dear));
        assertThat(unlimited).isPositive().isLessThan(wide);
        assertThat(wide).isLessThan(tight);
    }

    private static BigDecimal lead(PlacementDecision decision) {
        BigDecimal cheap =
                candidate(decision, CHEAP.id()).score(Factor.COST).points().orElseThrow();
        return cheap.subtract(
                candidate(decision, FAST.id()).score(Factor.COST).points().orElseThrow());
    }

    @Test
    void a_price_without_a_budget_is_measured_against_the_dearest() {
        PlacementDecision decision = decide(plan(), CHEAP, FAST, java("free/a/b"));
        assertThat(candidate(decision, "cheap/run/west").score(Factor.COST).points())
                .contains(new BigDecimal("3.74"));
        assertThat(candidate(decision, "fast/run/central").score(Factor.COST).points())
                .contains(new BigDecimal("0.00"));
        assertThat(candidate(decision, "free/a/b").score(Factor.COST).points()).isEmpty();
    }

    @Test
    void each_point_shows_its_fact_and_what_nobody_knows_stays_unknown() {
        Candidate known = decide(plan().framework("spring"), FAST).winner().orElseThrow();
        assertThat(known.score(Factor.FIT).points()).contains(new BigDecimal("8.00"));
        assertThat(known.score(Factor.FIT).reason()).contains("runtime.java = 25", "framework.spring = UNKNOWN");
        assertThat(known.score(Factor.RELIABILITY).reason())
                .contains("sla.availability = 99.99 % (made up, 2026-11-22)");
        Candidate unknown = decide(plan(), java("acme/a/b")).winner().orElseThrow();
        assertThat(unknown.unknownFactors())
                .isEqualTo(EnumSet.of(Factor.COST, Factor.PERFORMANCE, Factor.COMPLIANCE, Factor.RELIABILITY));
        assertThat(unknown.scores()).extracting(FactorScore::reason).noneMatch(String::isBlank);
        assertThat(unknown.score(Factor.COST).reason()).contains("price.month = UNKNOWN");
    }

    @Test
    void a_native_runtime_fits_better_than_an_image() {
        Offering images = offering("images/a/b", "runtime.any-image=true");
        assertThat(points(decide(plan(), images), Factor.FIT)).isEqualByComparingTo("9");
        assertThat(points(decide(plan(), FAST), Factor.FIT)).isEqualByComparingTo("12");
    }

    @Test
    void the_order_of_wanted_regions_counts() {
        DeploymentPlanBuilder plan = plan().region("eu", "us");
        assertThat(points(decide(plan, FAST), Factor.GEOGRAPHY)).isEqualByComparingTo("10");
        assertThat(points(decide(plan, CHEAP), Factor.GEOGRAPHY)).isEqualByComparingTo("5");
    }

    @Test
    void an_objective_is_the_measure_of_reliability() {
        assertThat(points(decide(plan(), FAST), Factor.RELIABILITY)).isEqualByComparingTo("8");
        assertThat(points(decide(plan().slo(Slo.availability(0.999)), FAST), Factor.RELIABILITY))
                .isEqualByComparingTo("10");
        assertThat(points(decide(plan().slo(Slo.availability(0.99999)), FAST), Factor.RELIABILITY))
                .isEqualByComparingTo("6.67");
    }

    @Test
    void programmes_beyond_the_required_ones_count_once_they_are_known() {
        Offering proved = java("acme/a/b", "compliance.soc2=eligible", "compliance.gdpr=eligible", "compliance.cis=no");
        FactorScore score = decide(plan().compliance(Programme.SOC2), proved)
                .winner()
                .orElseThrow()
                .score(Factor.COMPLIANCE);
        assertThat(score.points()).contains(new BigDecimal("2.00"));
        assertThat(score.reason()).contains("1 of 5", "3 UNKNOWN");
    }

    @Test
    void among_equals_a_preferred_provider_wins_then_the_id() {
        Offering a = java("a/x/y");
        Offering b = java("b/x/y");
        assertThat(winner(decide(plan(), b, a))).isEqualTo("a/x/y");
        PlacementDecision preferred = decide(plan().preferProvider("z", "b"), a, b);
        assertThat(winner(preferred)).isEqualTo("b/x/y");
        assertThat(preferred.sensitivity()).contains("without a preferred provider, a/x/y would win with 22.00 points");
        assertThat(winner(decide(plan().preferProvider("cheap"), FAST, CHEAP)))
                .as("a preference outranks points")
                .isEqualTo("cheap/run/west");
        assertThat(winner(decide(plan().preferProvider("cheap").residency(Residency.EU), FAST, CHEAP)))
                .as("but no limit")
                .isEqualTo("fast/run/central");
    }

    @Test
    void says_which_single_change_would_change_the_winner() {
        Offering nearlyFree =
                CHEAP.withFacts(offering(CHEAP.id(), "price.month=1 USD").fact("price.month"));
        PlacementDecision decision =
                decide(plan().residency(Residency.EU).latency(Duration.ofSeconds(5)), nearlyFree, FAST);
        assertThat(winner(decision)).isEqualTo("fast/run/central");
        assertThat(decision.sensitivity())
                .anyMatch(line -> line.startsWith("without the residency EU, cheap/run/west would win"))
                .contains("cheap/run/west would be allowed if residency were not EU");
    }

    @Test
    void a_weight_that_it_names_is_where_the_lead_is_gone() {
        PlacementDecision decision = decide(plan().monthlyBudget(Money.usd(46)), CHEAP, FAST);
        Candidate first = decision.candidates().get(0);
        Candidate second = decision.candidates().get(1);
        List<String> weights = decision.sensitivity().stream()
                .filter(line -> line.contains("counted"))
                .toList();
        assertThat(weights).isNotEmpty();
        for (String line : weights) {
            Factor factor = Factor.valueOf(line.replaceAll(".* if (\\w+) counted.*", "$1"));
            double weight = Double.parseDouble(line.replaceAll(".* than ([0-9.]+) times", "$1"));
            double nudge = line.contains("more than") ? 0.02 : -0.02;
            assertThat(weighted(second, factor, weight + nudge)).isGreaterThan(weighted(first, factor, weight + nudge));
            assertThat(weighted(second, factor, weight - nudge)).isLessThan(weighted(first, factor, weight - nudge));
        }
    }

    @Test
    void says_what_an_unknown_would_have_to_be_worth() {
        Offering silent = java("silent/a/b", "price.month=10 USD", "latency.p95=40 ms");
        assertThat(decide(plan(), silent, FAST).sensitivity())
                .anyMatch(line -> line.matches(".* would win if its \\w+, which is UNKNOWN, were worth more than .*"));
    }

    @Test
    void names_all_that_keeps_an_offering_out() {
        PlacementDecision decision = decide(plan().region("eu").monthlyBudget(Money.usd(5)), CHEAP);
        assertThat(decision.rejections()).extracting(Rejection::limit).containsExactly("region");
        assertThat(decision.sensitivity())
                .containsExactly("cheap/run/west would be allowed if region west were allowed, and if the budget were"
                        + " 10 USD or more");
    }

    @Test
    void nothing_installed_is_a_decision_without_a_winner() {
        PlacementDecision decision = decide(plan());
        assertThat(decision.chosen()).isEmpty();
        assertThat(decision.candidates()).isEmpty();
        assertThat(decision.rejections()).isEmpty();
    }

    @Test
    void any_decision_accounts_for_every_offering_and_no_order_of_them_matters() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<Offering> offerings = new ArrayList<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                offerings.add(any(random, "p" + n + "/s/r"));
            }
            PlacementDecision decision = decide(anyPlan(i), offerings.toArray(new Offering[0]));
            Stream<String> seen = Stream.concat(
                    decision.candidates().stream().map(c -> c.offering().id()),
                    decision.rejections().stream().map(Rejection::offeringId));
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            offerings.stream().map(Offering::id).toList());
            assertThat(decision.candidates())
                    .filteredOn(candidate -> !candidate.offering().provider().equals("p2"))
                    .isSortedAccordingTo(SelectorTest::byPoints);
            Collections.shuffle(offerings, random);
            assertThat(decide(anyPlan(i), offerings.toArray(new Offering[0]))).isEqualTo(decision);
        }
    }

    /** What is shown is rounded a factor, what ranks is not. */
    private static int byPoints(Candidate a, Candidate b) {
        BigDecimal lead = b.total().subtract(a.total());
        return lead.abs().compareTo(new BigDecimal("0.06")) < 0 ? 0 : lead.signum();
    }

    private static Offering any(Random random, String id) {
        List<String> facts = new ArrayList<>();
        Stream.of(
                        "runtime.java=25",
                        "runtime.any-image=true",
                        "price.month=" + random.nextInt(60) + " USD",
                        "latency.p95=" + (1 + random.nextInt(500)) + " ms",
                        "sla.availability=99." + random.nextInt(100) + " %",
                        "compliance.soc2=eligible",
                        "compliance.gdpr=no")
                .filter(fact -> random.nextInt(4) > 0)
                .forEach(facts::add);
        Offering offering = offering(id, facts.toArray(new String[0]));
        return random.nextBoolean() ? offering.withCountry(random.nextBoolean() ? "DE" : "US") : offering;
    }

    /** The seed is a parameter, so that one plan can be built twice. */
    private static DeploymentPlanBuilder anyPlan(long seed) {
        Random random = new Random(seed);
        DeploymentPlanBuilder plan = plan();
        if (random.nextInt(3) == 0) {
            plan.monthlyBudget(Money.usd(random.nextInt(60)));
        }
        if (random.nextInt(3) == 0) {
            plan.region("eu", "us");
        }
        if (random.nextInt(4) == 0) {
            plan.compliance(Programme.SOC2).waive("compliance.soc2", "no data");
        }
        if (random.nextInt(3) == 0) {
            plan.latency(Duration.ofMillis(1 + random.nextInt(400))).preferProvider("p2");
        }
        return plan;
    }

    private static double weighted(Candidate candidate, Factor factor, double weight) {
        return candidate.total().doubleValue()
                + (weight - 1) * candidate.score(factor).points().orElseThrow().doubleValue();
    }

    private static BigDecimal points(PlacementDecision decision, Factor factor) {
        return decision.winner().orElseThrow().score(factor).points().orElseThrow();
    }

    private static Candidate candidate(PlacementDecision decision, String id) {
        return decision.candidates().stream()
                .filter(candidate -> candidate.offering().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
