package io.quantumlayer.core.internal.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody meant who wrote another one. */
public final class NearestName {
    private static final int MIN_PART = 3;
    private static final int MAX_LENGTH = 64;

    private NearestName() {}

    /**
     * Finds what is most likely meant.
     *
     * @param written what was written
     * @param known the known names
     * @return the nearest one, or empty if nothing is near
     */
    public static Optional<String> to(String written, Collection<String> known) {
        String given = bare(written);
        if (given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int tolerance = 1 + given.length() / 4;
        Optional<String> close = known.stream()
                .filter(name -> distance(given, bare(name)) <= tolerance)
                .min(Comparator.comparingInt(name -> distance(given, bare(name))));
        return close.or(
                () -> known.stream().filter(name -> isPart(given, bare(name))).findFirst());
    }

    private static boolean isPart(String given, String name) {
        return given.length() >= MIN_PART && (name.contains(given) || given.contains(name));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Insertions, deletions, replacements, and swaps of neighbours, each once per place. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
