package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All offerings measured by one set of needs: what passed, best first, and what each of the others breaks. */
final class Contest {
    private final Needs needs;
    private final CostScore cost;
    private final List<Ranked> ranked;
    private final Map<Offering, List<Breach>> rejected = new LinkedHashMap<>();
    private final Map<Offering, List<Breach>> waived = new LinkedHashMap<>();

    Contest(Needs needs, List<Offering> offerings, Terms terms) {
        this.needs = needs;
        Limits limits = new Limits(needs, terms.reach(), terms.prices());
        List<Offering> allowed = new ArrayList<>();
        List<Offering> affordable = new ArrayList<>();
        for (Offering offering : offerings) {
            List<Breach> breaches = limits.breaches(offering);
            List<Breach> standing = breaches.isEmpty()
                    ? breaches
                    : breaches.stream()
                            .filter(breach -> !limits.isLifted(breach))
                            .toList();
            if (standing.isEmpty()) {
                allowed.add(offering);
                affordable.add(offering);
                waived.put(offering, breaches);
            } else {
                rejected.put(offering, standing);
                if (standing.size() == 1 && standing.get(0).limit().equals(Limits.BUDGET)) {
                    affordable.add(offering);
                }
            }
        }
        this.cost = new CostScore(terms.prices(), needs.promise().budget(), affordable);
        Scores scores = new Scores(needs, terms.taste(), cost, allowed);
        this.ranked = new ArrayList<>(allowed.size());
        allowed.forEach(offering -> ranked.add(scores.ranked(offering)));
        ranked.sort(order());
    }

    /**
     * What stays the same while needs vary.
     *
     * @param reach what can be chosen
     * @param prices what it costs
     * @param taste what counts how much
     */
    record Terms(Reach reach, Prices prices, Taste taste) {}

    /** A preferred provider first, then more points, then the id, so that no order is left to chance. */
    private Comparator<Ranked> order() {
        List<String> preferred = needs.where().preferred();
        Comparator<Ranked> points =
                Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::id);
        return preferred.isEmpty()
                ? points
                : Comparator.comparingInt((Ranked candidate) -> {
                            int place = preferred.indexOf(
                                    candidate.candidate().offering().provider());
                            return place < 0 ? preferred.size() : place;
                        })
                        .thenComparing(points);
    }

    Optional<Ranked> first() {
        return ranked.stream().findFirst();
    }

    Optional<Candidate> winner() {
        return first().map(Ranked::candidate);
    }

    List<Ranked> ranked() {
        return ranked;
    }

    List<Candidate> candidates() {
        return ranked.stream().map(Ranked::candidate).toList();
    }

    CostScore cost() {
        return cost;
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

    Map<Offering, List<Breach>> rejected() {
        return rejected;
    }

    Map<Offering, List<Breach>> waived() {
        return waived;
    }
}
