package io.quantumlayer.core.internal.fallback;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The fallback ladder of a decision: everything that met every limit but the chosen one, each once, by level and within
 * a level the best first. What met not every limit is never on it.
 */
public final class Ladder {
    private Ladder() {}

    /**
     * Returns the ladder of a decision.
     *
     * @param decision the decision
     * @return the rungs in the order in which they are climbed; none if nothing was chosen
     */
    public static List<Rung> of(PlacementDecision decision) {
        List<Offering> allowed =
                decision.candidates().stream().map(Candidate::offering).toList();
        return decision.winner().map(winner -> of(winner.offering(), allowed)).orElse(List.of());
    }

    /**
     * Returns the ladder of a choice.
     *
     * @param chosen the choice
     * @param allowed everything that met every limit, the best first
     * @return the rungs in the order in which they are climbed
     */
    public static List<Rung> of(Offering chosen, List<Offering> allowed) {
        Map<Level, List<Rung>> levels = new EnumMap<>(Level.class);
        for (Offering offering : allowed) {
            if (!offering.id().equals(chosen.id())) {
                Level level = level(chosen, offering);
                levels.computeIfAbsent(level, any -> new ArrayList<>()).add(new Rung(level, offering));
            }
        }
        return levels.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Names the placement that is in use.
     *
     * @param decision the decision
     * @param number 0 for the chosen one, then the rungs from 1
     * @return its id, with its level if it is on the ladder
     */
    public static String place(PlacementDecision decision, int number) {
        return number == 0
                ? decision.chosen().map(Placement::offeringId).orElse("nowhere")
                : of(decision).get(number - 1).toString();
    }

    private static Level level(Offering chosen, Offering offering) {
        if (offering.strategy() == chosen.strategy() && !offering.provider().equals(chosen.provider())) {
            return Level.OTHER_PROVIDER;
        }
        if (isKubernetes(offering)) {
            return Level.KUBERNETES;
        }
        return switch (offering.strategy()) {
            case SERVERLESS -> Level.SERVERLESS;
            case STATIC -> Level.STATIC_SITE;
            case LOCAL -> Level.DEVELOPMENT;
            case KANIKO, CLOUD_NATIVE, EDGE -> Level.MINIMAL;
        };
    }

    private static boolean isKubernetes(Offering offering) {
        String service = offering.service();
        return offering.provider().equals("kubernetes")
                || offering.strategy() == Strategy.KANIKO
                || service.startsWith("gke")
                || service.equals("eks")
                || service.equals("aks");
    }
}
