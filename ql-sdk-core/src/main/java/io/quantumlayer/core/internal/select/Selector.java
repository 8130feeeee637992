package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.core.internal.cost.OfferingBook;
import io.quantumlayer.core.internal.cost.Rates;
import io.quantumlayer.core.internal.step.PlacementChooser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
        Map<String, Listing> byId = new TreeMap<>();
        installed.get().forEach(offering -> byId.put(offering.id(), Listing.of(offering, book.find(offering.id()))));
        return new Contest(
                Needs.of(spec, plan),
                List.copyOf(byId.values()),
                new Contest.Terms(Reach.ready(environment), simulation(spec, plan), taste));
    }

    private static PlacementDecision decided(Contest here) {
        List<Candidate> candidates = here.candidates();
        return here.decision(candidates, new Sensitivity(candidates, here).lines());
    }

    @Override
    public Outlook outlook(AppSpec spec, DeploymentPlan plan, Environment environment) {
        Contest here = here(spec, plan, environment);
        PlacementDecision decision = decided(here);
        List<Listing> present = here.offerings();
        return Outlook.of(
                decision,
                () -> book.isEmpty()
                        ? new OnlyHere(decision, new LadderPreview(here, environment).lines())
                        : new MarketChoice(market(here.needs(), simulation(spec, plan), present), environment, taste));
    }

    private Contest market(Needs needs, PriceSimulation simulation, List<Listing> present) {
        Contest.Terms terms = new Contest.Terms(Reach.market(needs.where().preferred()), simulation, taste);
        return new Contest(needs, withBook(present), terms);
    }

    private static PriceSimulation simulation(AppSpec spec, DeploymentPlan plan) {
        return new PriceSimulation(
                plan.name(), plan.traffic().or(() -> spec.traffic().map(Trait::value)));
    }

    /** What is installed says best what it offers; the book knows the rest. */
    private List<Listing> withBook(List<Listing> present) {
        List<Listing> known = listed.updateAndGet(read -> read.isEmpty() ? listed(book) : read);
        if (present.isEmpty()) {
            return known;
        }
        Set<String> here = present.stream().map(Listing::id).collect(Collectors.toSet());
        List<Listing> all = new ArrayList<>(present);
        known.stream().filter(listing -> !here.contains(listing.id())).forEach(all::add);
        all.sort(Comparator.comparing(Listing::id));
        return all;
    }

    private static List<Listing> listed(OfferingBook book) {
        List<Listing> all = new ArrayList<>();
        Listing last = null;
        for (Rates rates : book.all()) {
            Offering offering = rates.offering().offering();
            last = last == null ? Listing.of(offering, Optional.of(rates)) : last.next(offering, Optional.of(rates));
            all.add(last);
        }
        return List.copyOf(all);
    }
}
