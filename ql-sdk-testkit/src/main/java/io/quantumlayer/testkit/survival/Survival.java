package io.quantumlayer.testkit.survival;

import io.quantumlayer.api.run.Outcome;
import java.util.List;

/**
 * How a scenario ended that was killed on its way.
 *
 * @param kills how often an instance was killed
 * @param outcome the run's outcome in the end
 * @param effects what it did outside, with releases numbered in place of their ids
 * @param violations what is not as it must be; empty if it survived
 */
public record Survival(int kills, Outcome outcome, List<String> effects, List<String> violations) {
    /** Copies the lists. */
    public Survival {
        effects = List.copyOf(effects);
        violations = List.copyOf(violations);
    }
}
