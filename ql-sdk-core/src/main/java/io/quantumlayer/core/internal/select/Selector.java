package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.placement.Candidate;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Chooses among what is installed, and among all that is known. Pure but for the installed offerings, which it asks for
 * at each decision. Thread-safe.
 */
public final class Selector implements PlacementChooser {
    private final Supplier<List<Offering>> installed;
    private final OfferingBook book;
    private final Taste taste;
    private final AtomicReference<List<Listing>> listed = new AtomicReference<>(List.of());

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
        return decided(here(spec, plan, environment));
    }

    private Contest here(AppSpec spec, DeploymentPlan plan, Environment environment) {
        List<Listing> all = sorted(new ArrayList<>(installed().values()));
        return new Contest(
                Needs.of(spec, plan), all, new Contest.Terms(Reach.ready(environment), simulation(spec, plan), taste));
    }

    private static PlacementDecision decided(Contest here) {
        List<Candidate> candidates = here.candidates();
        return decision(here, candidates, new Sensitivity(candidates, here).lines());
    }

    @Override
    public Outlook outlook(AppSpec spec, DeploymentPlan plan, Environment environment) {
        Contest here = here(spec, plan, environment);
        PlacementDecision decision = decided(here);
        if (book.all().isEmpty()) {
            Outlook.Reasons ladder = new Outlook.Reasons("", List.of(), new LadderPreview(here, environment).lines());
            return new Outlook(decision, decision, Optional.empty(), ladder);
        }
        Needs needs = Needs.of(spec, plan);
        PriceSimulation simulation = simulation(spec, plan);
        Contest.Terms terms = new Contest.Terms(Reach.market(needs.where().preferred()), simulation, taste);
        Contest real = new Contest(needs, market(), terms);
        MarketSensitivity sensitivity = new MarketSensitivity(needs, real, taste);
        PlacementDecision market = decision(real, real.candidates(), sensitivity.lines());
        Outlook.Reasons reasons = new Outlook.Reasons(
                sensitivity.decidedBy(),
                new StrategyChoice(real).lines(),
                new LadderPreview(real, environment).lines());
        return new Outlook(
                decision,
                market,
                real.first()
                        .flatMap(winner -> winner.listing().rates())
                        .flatMap(rates -> simulation.bill(needs, rates)),
                reasons);
    }

    private static PriceSimulation simulation(AppSpec spec, DeploymentPlan plan) {
        return new PriceSimulation(
                plan.name(), plan.traffic().or(() -> spec.traffic().map(Trait::value)));
    }

    private static PlacementDecision decision(Contest contest, List<Candidate> candidates, List<String> sensitivity) {
        return new PlacementDecision(
                contest.first().map(winner -> Placement.on(winner.offering())),
                candidates,
                contest.rejections(),
                sensitivity);
    }

    private Map<String, Listing> installed() {
        Map<String, Listing> byId = new LinkedHashMap<>();
        for (Offering offering : installed.get()) {
            byId.put(offering.id(), new Listing(offering, book.find(offering.id())));
        }
        return byId;
    }

    /** What is installed says best what it offers; the book knows the rest. */
    private List<Listing> market() {
        List<Listing> known = listed.updateAndGet(read -> read.isEmpty() ? listed(book) : read);
        Map<String, Listing> here = installed();
        if (here.isEmpty()) {
            return known;
        }
        List<Listing> all = new ArrayList<>(here.values());
        known.stream().filter(listing -> !here.containsKey(listing.id())).forEach(all::add);
        return sorted(all);
    }

    private static List<Listing> listed(OfferingBook book) {
        return book.all().stream()
                .map(rates -> new Listing(rates.offering().offering(), Optional.of(rates)))
                .toList();
    }

    private static List<Listing> sorted(List<Listing> offerings) {
        offerings.sort(Comparator.comparing(Listing::id));
        return offerings;
    }
}
