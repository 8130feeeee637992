package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All offerings measured by one set of needs: what passed, best first, and what each of the others breaks. */
final class Contest {
    private final Needs needs;
    private final List<Listing> offerings;
    private final Terms terms;
    private final Prices prices;
    private final CostScore cost;
    private final List<Ranked> entered;
    private final Map<Listing, List<Breach>> rejected = new LinkedHashMap<>();
    private final Map<Listing, List<Breach>> waived = new LinkedHashMap<>();
    private boolean sorted;

    Contest(Needs needs, List<Listing> offerings, Terms terms) {
        this(needs, offerings, terms, terms.simulation().prices(needs));
    }

    private Contest(Needs needs, List<Listing> offerings, Terms terms, Prices prices) {
        this.needs = needs;
        this.offerings = offerings;
        this.terms = terms;
        this.prices = prices;
        Limits limits = new Limits(needs, terms.reach(), prices);
        List<Listing> allowed = new ArrayList<>();
        List<Listing> affordable = new ArrayList<>();
        for (Listing offering : offerings) {
            List<Breach> breaches = limits.breaches(offering);
            List<Breach> standing = breaches.isEmpty()
                    ? breaches
                    : breaches.stream()
                            .filter(breach -> !limits.isLifted(breach))
                            .toList();
            if (standing.isEmpty()) {
                allowed.add(offering);
                affordable.add(offering);
                if (!breaches.isEmpty()) {
                    waived.put(offering, breaches);
                }
            } else {
                rejected.put(offering, standing);
                if (standing.size() == 1 && standing.get(0).limit().equals(Limits.BUDGET)) {
                    affordable.add(offering);
                }
            }
        }
        this.cost = new CostScore(prices, needs.promise().budget(), affordable);
        Scores scores = new Scores(needs, terms.taste(), cost, allowed);
        this.entered = new ArrayList<>(allowed.size());
        allowed.forEach(offering -> entered.add(scores.ranked(offering)));
    }

    /**
     * What stays the same while needs vary.
     *
     * @param reach what can be chosen
     * @param simulation what it costs
     * @param taste what counts how much
     */
    record Terms(Reach reach, PriceSimulation simulation, Taste taste) {}

    /** The same contest under other needs; the work, and so its price, stays unless that is what varies. */
    Contest under(Needs.Variation variation) {
        Needs other = variation.needs();
        return new Contest(
                other,
                offerings,
                terms,
                variation.isOtherWork() ? terms.simulation().prices(other) : prices);
    }

    /** A preferred provider first, then more points, then the id, so that no order is left to chance. */
    private Comparator<Ranked> order() {
        List<String> preferred = needs.where().preferred();
        Comparator<Ranked> points =
                Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::id);
        return preferred.isEmpty()
                ? points
                : Comparator.comparingInt((Ranked candidate) -> {
                            int place = preferred.indexOf(candidate.listing().provider());
                            return place < 0 ? preferred.size() : place;
                        })
                        .thenComparing(points);
    }

    /** The best one, found without putting the others in order. */
    Optional<Ranked> first() {
        return sorted ? entered.stream().findFirst() : entered.stream().min(order());
    }

    /** Everything that passed, best first. */
    List<Ranked> ranked() {
        if (!sorted) {
            entered.sort(order());
            sorted = true;
        }
        return entered;
    }

    Optional<Placement> chosen() {
        return first().map(winner -> Placement.on(winner.offering()));
    }

    /** What a month at the best one costs, if its tariff is known. */
    Optional<Bill> bill() {
        return first().flatMap(winner -> winner.listing().rates())
                .flatMap(rates -> terms.simulation().bill(needs, rates));
    }

    /** What a month costs at each that passed, best first, where it is known. */
    Map<String, Money> monthlyPrices() {
        Map<String, Money> all = new LinkedHashMap<>();
        for (Ranked each : ranked()) {
            prices.of(each.listing()).amount().ifPresent(price -> all.put(each.id(), price));
        }
        return Collections.unmodifiableMap(all);
    }

    PlacementDecision decision(List<Candidate> candidates, List<String> sensitivity) {
        return new PlacementDecision(chosen(), candidates, rejections(), sensitivity);
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>(entered.size());
        ranked().forEach(ranked -> all.add(ranked.candidate()));
        return all;
    }

    /** All that were measured, in the order given. */
    List<Listing> offerings() {
        return offerings;
    }

    Needs needs() {
        return needs;
    }

    CostScore cost() {
        return cost;
    }

    Prices prices() {
        return prices;
    }

    /** One an offering: the first limit that it breaks. */
    List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>(rejected.size());
        rejected.forEach((offering, breaches) -> {
            Breach first = breaches.get(0);
            all.add(new Rejection(offering.id(), first.limit(), first.reason(), first.fact()));
        });
        return all;
    }

    Map<Listing, List<Breach>> rejected() {
        return rejected;
    }

    Map<Listing, List<Breach>> waived() {
        return waived;
    }
}
