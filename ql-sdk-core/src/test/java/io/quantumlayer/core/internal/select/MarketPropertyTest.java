package io.quantumlayer.core.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Tariff;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.core.internal.cost.OfferingBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every decision over a market, tried on random ones. */
class MarketPropertyTest {
    private static final int SLICE = 500;
    private static final int ALL = 100_000;
    private static final AppSpec SPEC = spec().build();
    private static final AppSpec LONG_WORK =
            spec().duration(Trait.stated(Duration.ofMinutes(20), "20 minutes")).build();
    private static final AppSpec GRAPHICS =
            spec().gpu(Trait.stated(true, "GPU")).build();
    private static final Environment NOTHING = new Environment(List.of());

    @Test
    void holds_on_a_slice() {
        hold(0, SLICE);
    }

    @Test
    @Tag("long")
    void holds_on_a_hundred_thousand() {
        hold(SLICE, ALL);
    }

    private static void hold(int from, int to) {
        for (int seed = from; seed < to; seed++) {
            Random random = new Random(seed);
            List<Offering> offerings = offerings(random);
            UnaryOperator<DeploymentPlanBuilder> wish = wish(random);
            PlacementDecision plain = decide(offerings, wish.apply(World.plan()));
            permuting_changes_nothing(seed, random, offerings, wish, plain);
            a_limit_adds_no_candidate(seed, random, offerings, wish, plain);
            budget_pressure_raises_nothing_dear(seed, random, offerings, wish, plain);
        }
    }

    private static void permuting_changes_nothing(
            int seed,
            Random random,
            List<Offering> offerings,
            UnaryOperator<DeploymentPlanBuilder> wish,
            PlacementDecision plain) {
        List<Offering> shuffled = new ArrayList<>(offerings);
        Collections.shuffle(shuffled, random);
        assertThat(decide(shuffled, wish.apply(World.plan())))
                .as("seed %s", seed)
                .isEqualTo(plain);
    }

    private static void a_limit_adds_no_candidate(
            int seed,
            Random random,
            List<Offering> offerings,
            UnaryOperator<DeploymentPlanBuilder> wish,
            PlacementDecision plain) {
        DeploymentPlanBuilder limited = wish.apply(World.plan());
        AppSpec spec = limit(random, limited);
        Set<String> before = new HashSet<>(ids(plain));
        assertThat(before).as("seed %s", seed).containsAll(ids(decide(offerings, spec, limited)));
    }

    /** Adds one limit to a plan, or gives the application that has one. */
    private static AppSpec limit(Random random, DeploymentPlanBuilder plan) {
        int choice = random.nextInt(9);
        switch (choice) {
            case 0 -> plan.residency(Residency.EU);
            case 1 -> plan.compliance(Programme.HIPAA);
            case 2 -> plan.compliance(Programme.HIPAA, Programme.PCI_DSS);
            case 3 -> plan.monthlyBudget(Money.usd(random.nextInt(100)));
            case 4 -> plan.excludeProvider("p" + (2 + random.nextInt(2)));
            case 5 -> plan.resources(Resources.unstated().withMemory(Memory.ofMebibytes(1 + random.nextInt(8_192))));
            case 6 -> plan.region("de");
            default -> {}
        }
        return choice == 7 ? LONG_WORK : choice == 8 ? GRAPHICS : SPEC;
    }

    /** Of two candidates, a tighter budget never lets the dearer one overtake the cheaper. */
    private static void budget_pressure_raises_nothing_dear(
            int seed,
            Random random,
            List<Offering> offerings,
            UnaryOperator<DeploymentPlanBuilder> wish,
            PlacementDecision plain) {
        int wide = 10 + random.nextInt(200);
        int tight = 1 + random.nextInt(wide);
        List<String> none = ids(plain);
        List<String> some = ids(decide(offerings, wish.apply(World.plan()).monthlyBudget(Money.usd(wide))));
        List<String> more = ids(decide(offerings, wish.apply(World.plan()).monthlyBudget(Money.usd(tight))));
        no_dear_one_overtakes(seed, offerings, none, some);
        no_dear_one_overtakes(seed, offerings, some, more);
    }

    private static void no_dear_one_overtakes(
            int seed, List<Offering> offerings, List<String> loose, List<String> pressed) {
        for (int i = 0; i < pressed.size(); i++) {
            for (int j = i + 1; j < pressed.size(); j++) {
                Optional<BigDecimal> ahead = price(offerings, pressed.get(i));
                Optional<BigDecimal> behind = price(offerings, pressed.get(j));
                if (ahead.isPresent() && behind.isPresent() && ahead.get().compareTo(behind.get()) > 0) {
                    assertThat(loose.indexOf(pressed.get(i)))
                            .as(
                                    "seed %s: %s at %s before %s at %s",
                                    seed, pressed.get(i), ahead, pressed.get(j), behind)
                            .isLessThan(loose.indexOf(pressed.get(j)));
                }
            }
        }
    }

    private static Optional<BigDecimal> price(List<Offering> offerings, String id) {
        return offerings.stream()
                .filter(offering -> offering.id().equals(id))
                .findFirst()
                .flatMap(offering -> offering.fact("price.month").number());
    }

    private static AppSpecBuilder spec() {
        return AppSpec.ofKind(Trait.defaulted(AppKind.API));
    }

    private static List<String> ids(PlacementDecision decision) {
        return decision.candidates().stream()
                .map(candidate -> candidate.offering().id())
                .toList();
    }

    private static PlacementDecision decide(List<Offering> offerings, DeploymentPlanBuilder plan) {
        return decide(offerings, SPEC, plan);
    }

    private static PlacementDecision decide(List<Offering> offerings, AppSpec spec, DeploymentPlanBuilder plan) {
        List<PricedOffering> priced = offerings.stream()
                .map(offering -> new PricedOffering(offering, Tariff.unknown(), List.of()))
                .toList();
        return new Selector(List::of, new OfferingBook(priced, List.of()), Taste.PLAIN)
                .outlook(spec, plan.build(), NOTHING)
                .market();
    }

    private static List<Offering> offerings(Random random) {
        List<Offering> offerings = new ArrayList<>();
        for (int n = 2 + random.nextInt(6); n > 0; n--) {
            String id = "p" + random.nextInt(4) + "/s" + n + "/r";
            Offering offering = World.java(
                    id,
                    "sla.availability=99." + random.nextInt(100) + " %",
                    "memory.max=" + (1 << (7 + random.nextInt(7))) + " MiB",
                    "duration.max=" + (60 << random.nextInt(8)) + " s",
                    "instances.ready=" + random.nextInt(2) + " instances");
            if (random.nextInt(8) > 0) {
                String currency = random.nextInt(10) == 0 ? " EUR" : " USD";
                offering = known(offering, "price.month=" + random.nextInt(120) + currency);
            }
            if (random.nextInt(3) == 0) {
                offering = known(offering, "compliance.hipaa=eligible with a signed BAA");
            }
            if (random.nextInt(3) == 0) {
                offering = known(offering, "compliance.pci_dss=eligible");
            }
            if (random.nextInt(5) == 0) {
                offering = known(offering, "gpu=T4");
            }
            offerings.add(random.nextInt(6) == 0 ? offering : offering.withCountry(random.nextBoolean() ? "DE" : "US"));
        }
        return offerings;
    }

    private static Offering known(Offering offering, String fact) {
        return offering.withFacts(World.offering("x/y/z", fact).facts().values().toArray(new Fact[0]));
    }

    private static UnaryOperator<DeploymentPlanBuilder> wish(Random random) {
        Optional<Duration> latency =
                random.nextBoolean() ? Optional.of(Duration.ofMillis(50 + random.nextInt(500))) : Optional.empty();
        boolean prefers = random.nextInt(4) == 0;
        boolean european = random.nextInt(5) == 0;
        return plan -> {
            latency.ifPresent(plan::latency);
            if (european) {
                plan.residency(Residency.EU);
            }
            return prefers ? plan.preferProvider("p1") : plan;
        };
    }
}
