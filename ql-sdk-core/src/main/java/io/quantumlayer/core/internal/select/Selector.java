package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.core.internal.cost.OfferingBook;
import io.quantumlayer.core.internal.step.PlacementChooser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Chooses among what is installed, and among all that is known. Pure but for the installed offerings, which it asks for
 * at each decision. Thread-safe.
 */
public final class Selector implements PlacementChooser {
    private final Supplier<List<Offering>> installed;
    private final OfferingBook book;
    private final Taste taste;

    /**
     * Creates a selector.
     *
     * @param installed what the installed providers offer, in any order
     * @param book every offering with a tariff
     * @param taste what counts how much
     */
    public Selector(Supplier<List<Offering>> installed, OfferingBook book, Taste taste) {
        this.installed = installed;
        this.book = book;
        this.taste = taste;
    }

    @Override
    public PlacementDecision decide(AppSpec spec, DeploymentPlan plan, Environment environment) {
        Needs needs = Needs.of(spec, plan);
        List<Offering> all = sorted(installed.get());
        Contest.Terms terms =
                new Contest.Terms(Reach.ready(environment), new Prices(simulation(needs, spec, plan)::fact), taste);
        Function<Needs, Contest> contest = wanted -> new Contest(wanted, all, terms);
        Contest real = contest.apply(needs);
        return decision(real, new Sensitivity(needs, real, contest).lines());
    }

    @Override
    public Outlook outlook(AppSpec spec, DeploymentPlan plan, Environment environment) {
        PlacementDecision decision = decide(spec, plan, environment);
        if (book.all().isEmpty()) {
            return new Outlook(decision, decision, Optional.empty(), new Outlook.Reasons("", List.of(), List.of()));
        }
        Needs needs = Needs.of(spec, plan);
        PriceSimulation simulation = simulation(needs, spec, plan);
        Contest.Terms terms =
                new Contest.Terms(Reach.market(needs.where().preferred()), new Prices(simulation::fact), taste);
        List<Offering> all = market();
        Function<Needs, Contest> contest = wanted -> new Contest(wanted, all, terms);
        Contest real = contest.apply(needs);
        MarketSensitivity sensitivity = new MarketSensitivity(needs, real, contest, terms);
        PlacementDecision market = decision(real, sensitivity.lines());
        Outlook.Reasons reasons = new Outlook.Reasons(
                sensitivity.decidedBy(), new StrategyChoice(real).lines(), new Ladder(real, environment).lines());
        return new Outlook(
                decision,
                market,
                market.winner().flatMap(winner -> simulation.bill(winner.offering(), FreeGrants.COUNTED)),
                reasons);
    }

    private PriceSimulation simulation(Needs needs, AppSpec spec, DeploymentPlan plan) {
        WorkloadGuess guess = new WorkloadGuess(
                plan.name(), needs, plan.traffic().or(() -> spec.traffic().map(trait -> trait.value())));
        return new PriceSimulation(book, guess);
    }

    private static PlacementDecision decision(Contest contest, List<String> sensitivity) {
        return new PlacementDecision(
                contest.winner().map(candidate -> Placement.on(candidate.offering())),
                contest.candidates(),
                contest.rejections(),
                sensitivity);
    }

    /** What is installed says best what it offers; the book knows the rest. */
    private List<Offering> market() {
        Map<String, Offering> byId = new LinkedHashMap<>();
        installed.get().forEach(offering -> byId.put(offering.id(), offering));
        for (PricedOffering known : book.all()) {
            byId.putIfAbsent(known.offering().id(), known.offering());
        }
        return sorted(new ArrayList<>(byId.values()));
    }

    private static List<Offering> sorted(List<Offering> offerings) {
        return offerings.stream().sorted(Comparator.comparing(Offering::id)).toList();
    }
}
