package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Environment;
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
    private final List<Candidate> ranked;
    private final Map<Offering, List<Breach>> rejected = new LinkedHashMap<>();
    private final Map<Offering, List<Breach>> waived = new LinkedHashMap<>();

    Contest(Needs needs, List<Offering> offerings, Environment environment) {
        this.needs = needs;
        Limits limits = new Limits(needs, environment);
        List<Offering> allowed = new ArrayList<>();
        for (Offering offering : offerings) {
            List<Breach> breaches = limits.breaches(offering);
            List<Breach> standing =
                    breaches.stream().filter(breach -> !lifted(breach)).toList();
            if (standing.isEmpty()) {
                allowed.add(offering);
                waived.put(offering, breaches);
            } else {
                rejected.put(offering, standing);
            }
        }
        Scores scores = new Scores(needs, allowed);
        this.ranked = allowed.stream().map(scores::candidate).sorted(order()).toList();
    }

    private boolean lifted(Breach breach) {
        return needs.waivers().containsKey(breach.limit()) && !Limits.NEVER_WAIVED.contains(breach.limit());
    }

    /** More points first; among equals a preferred provider, then the id, so that no order is left to chance. */
    private Comparator<Candidate> order() {
        List<String> preferred = needs.where().preferred();
        return Comparator.comparing(Candidate::total)
                .reversed()
                .thenComparing(candidate -> {
                    int place = preferred.indexOf(candidate.offering().provider());
                    return place < 0 ? preferred.size() : place;
                })
                .thenComparing(candidate -> candidate.offering().id());
    }

    Optional<Candidate> winner() {
        return ranked.stream().findFirst();
    }

    List<Candidate> ranked() {
        return ranked;
    }

    /** One an offering: the first limit that it breaks. */
    List<Rejection> rejections() {
        List<Rejection> all = new ArrayList<>();
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
