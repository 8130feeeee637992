package io.quantumlayer.core.internal.redact;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import io.quantumlayer.core.internal.plan.PlanWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Refuses plans and sentences that hold a secret value, before anything of them is written down. A short fixed list
 * of rules, each linear in the text: tokens of AWS, GitHub, GitLab, Slack, Stripe, Google and npm, JSON web tokens,
 * private keys, passwords in addresses, words such as {@code password}, {@code token}, {@code secret} or {@code api
 * key} followed by a value, and variables whose name ends with such a word. Pure, thread-safe.
 *
 * <p>What it cannot see: a value that no such word leads up to and that has no known shape; a value that is an ordinary
 * word after a blank ({@code password swordfish}); a value named in another language; one that is encoded, split over
 * fields, or shorter than four characters; an AWS secret key or another random text without its name; what the files of
 * a source directory hold, which is the scanners' part.
 */
public final class LiteralSecrets {
    private static final String HINT = "; keep it in a secret store and refer to it under secrets, as env:NAME";
    private static final int MAX_PER_TEXT = 20;

    private LiteralSecrets() {}

    /**
     * Looks for literal secrets in a text.
     *
     * @param text any text
     * @return what was seen, the first place first, at most 20; empty if nothing was
     */
    public static List<Sighting> in(String text) {
        List<Sighting> found = new ArrayList<>();
        for (TokenShape shape : TokenShape.ALL) {
            shape.look(text, found);
        }
        UrlCredentials.look(text, found);
        SpokenSecret.look(text, found);
        return found.stream()
                .sorted(Comparator.comparingInt(Sighting::offset).thenComparing(Sighting::what))
                .limit(MAX_PER_TEXT)
                .toList();
    }

    /**
     * Looks for literal secrets in everything that a plan says.
     *
     * @param plan the plan
     * @return one violation a place: field and offset, never the value; empty if nothing was seen
     */
    public static List<Violation> in(DeploymentPlan plan) {
        List<Violation> found = new ArrayList<>();
        // References are no secrets, and a builder has checked that they are references.
        PlanWriter.document(plan).forEach((section, value) -> walk("", value, found));
        lookAtCommand(plan, found);
        plan.environment().forEach((name, value) -> {
            if (SpokenSecret.isSecret(name, value)) {
                found.add(violation("environment." + name, new Sighting(0, "the value of a secret variable")));
            }
        });
        return found.stream().distinct().toList();
    }

    /**
     * Refuses a plan that holds a literal secret.
     *
     * @param plan the plan
     * @return the same plan
     * @throws InvalidPlanException naming field and offset of each
     */
    public static DeploymentPlan refuse(DeploymentPlan plan) {
        List<Violation> found = in(plan);
        if (!found.isEmpty()) {
            throw new InvalidPlanException(found);
        }
        return plan;
    }

    private static void walk(String path, Object value, List<Violation> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> walk(path.isEmpty() ? name.toString() : path + "." + name, part, found));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(path + "[" + i + "]", list.get(i), found);
            }
        } else if (value instanceof String text && !path.startsWith("secrets.")) {
            in(text).forEach(sighting -> found.add(violation(path, sighting)));
        }
    }

    /** A word and its value may be two words of a command. */
    private static void lookAtCommand(DeploymentPlan plan, List<Violation> found) {
        List<String> words = plan.command();
        for (int i = 0; i + 1 < words.size(); i++) {
            String option = words.get(i);
            if (option.startsWith("-") && option.indexOf('=') < 0 && SpokenSecret.isSecret(option, words.get(i + 1))) {
                found.add(violation("command[" + (i + 1) + "]", new Sighting(0, "the value of a secret option")));
            }
        }
    }

    private static Violation violation(String path, Sighting sighting) {
        String hint = "offset " + sighting.offset() + " looks like " + sighting.what() + HINT;
        return new Violation(path, "not hold a secret itself", Violation.MASK, hint);
    }
}
