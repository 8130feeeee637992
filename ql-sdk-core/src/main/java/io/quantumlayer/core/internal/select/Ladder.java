package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The fallback ladder as it would be climbed if the choice failed: who is next at each of its six levels among what
 * meets every limit. Limits hold at every level.
 */
final class Ladder {
    private final Contest contest;
    private final Environment environment;

    Ladder(Contest contest, Environment environment) {
        this.contest = contest;
        this.environment = environment;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        contest.first().ifPresent(winner -> {
            Offering chosen = winner.offering();
            Predicate<Offering> elsewhere = offering -> !offering.provider().equals(chosen.provider());
            lines.add(level(
                    1, "another provider of the same tier", elsewhere.and(o -> o.strategy() == chosen.strategy())));
            lines.add(level(2, "Kubernetes", Ladder::isKubernetes));
            lines.add(level(3, "serverless conversion", o -> o.strategy() == Strategy.SERVERLESS && !o.equals(chosen)));
            lines.add(level(4, "static site", o -> o.strategy() == Strategy.STATIC && !o.equals(chosen)));
            lines.add("5 minimal features: the same offerings, for less");
            lines.add(level(6, "development environment", o -> o.strategy() == Strategy.LOCAL));
        });
        return lines;
    }

    private static boolean isKubernetes(Offering offering) {
        String service = offering.service();
        return offering.provider().equals("kubernetes")
                || service.startsWith("gke")
                || service.equals("eks")
                || service.equals("aks");
    }

    private String level(int number, String name, Predicate<Offering> fits) {
        return number + " " + name + ": "
                + contest.ranked().stream()
                        .map(Ranked::offering)
                        .filter(fits)
                        .findFirst()
                        .map(this::reached)
                        .orElse("nothing meets every limit");
    }

    private String reached(Offering offering) {
        boolean ready = environment
                .provider(offering.provider())
                .filter(detection -> detection.isReady())
                .isPresent();
        return offering.id() + (ready ? "" : ", once ql-sdk-provider-" + offering.provider() + " is added");
    }
}
