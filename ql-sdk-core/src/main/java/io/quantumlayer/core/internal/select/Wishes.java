package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Wishes on the place that an application runs at, read from the words of a requirement, for which an analysis has no
 * field of its own.
 *
 * @param edge it must run close to its users
 * @param onPremises it must run on machines of the caller
 */
record Wishes(boolean edge, boolean onPremises) {
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final int MOST_CHARACTERS = 20_000;
    private static final Set<String> DENIALS = Set.of("no", "not", "without", "never", "non", "avoid");
    private static final List<List<String>> EDGE = List.of(
            List.of("at", "the", "edge"),
            List.of("edge", "function"),
            List.of("edge", "functions"),
            List.of("edge", "worker"),
            List.of("edge", "auth"),
            List.of("edge", "middleware"),
            List.of("edge", "computing"),
            List.of("on", "the", "edge"));
    private static final List<List<String>> ON_PREMISES = List.of(
            List.of("on-premises"),
            List.of("on-premise"),
            List.of("on", "premises"),
            List.of("on", "premise"),
            List.of("on-prem"),
            List.of("onprem"),
            List.of("on-premises-only"),
            List.of("own", "data", "centre"),
            List.of("own", "data", "center"),
            List.of("own", "datacenter"),
            List.of("own", "hardware"));

    static Wishes of(AppSpec spec, DeploymentPlan plan) {
        String text = plan.source() instanceof Source.Requirement requirement ? requirement.text() : "";
        Stream<String> named = Stream.concat(plan.features().stream(), Stream.of(text));
        List<List<String>> phrases = named.map(Wishes::words).toList();
        boolean edge = phrases.stream().anyMatch(words -> says(words, EDGE)) || spec.hasFeature("edge");
        return new Wishes(edge, phrases.stream().anyMatch(words -> says(words, ON_PREMISES)));
    }

    /**
     * Leaves out the exclusions that were read from the wish for machines of the caller's own: the limit of that name
     * refuses what they refuse, says why, and is what a caller would waive.
     */
    List<Trait<String>> beyond(List<Trait<String>> excluded) {
        return excluded.stream()
                .filter(trait ->
                        !onPremises || trait.words().stream().noneMatch(said -> says(words(said), ON_PREMISES)))
                .toList();
    }

    private static List<String> words(String text) {
        String bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        return List.of(WORD_BREAK.split(bounded.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static boolean says(List<String> words, List<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            for (int i = 0; i + phrase.size() <= words.size(); i++) {
                if (words.subList(i, i + phrase.size()).equals(phrase) && !denied(words, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A denial up to two words before a phrase turns it round. */
    private static boolean denied(List<String> words, int at) {
        return words.subList(Math.max(0, at - 2), at).stream().anyMatch(DENIALS::contains);
    }
}
