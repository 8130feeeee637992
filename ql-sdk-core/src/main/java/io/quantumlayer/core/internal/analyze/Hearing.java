package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Decides of each trait that one analyzer proposes whether it is taken, and keeps a remark on what is not. What it
 * repeats of a proposal is short, printable and on one line. For one thread.
 */
final class Hearing {
    private static final int MAX_REMARKS = 20;

    private final String id;
    private final Quotations quotations;
    private final List<String> remarks = new ArrayList<>();
    private int unsaid;

    Hearing(String id, Quotations quotations) {
        this.id = id;
        this.quotations = quotations;
    }

    String id() {
        return id;
    }

    /** The proposal with its words as the sentence writes them; nothing if there is none or it may not count. */
    <T> Optional<Trait<T>> heard(String field, Optional<Trait<T>> proposed) {
        if (proposed.isEmpty() || proposed.get().origin() == Origin.DEFAULTED) {
            return Optional.empty();
        }
        Trait<T> given = proposed.get();
        Optional<List<String>> words = quotations.all(given.words());
        if (words.isEmpty()) {
            refuse(field, given.value(), "its words do not stand in the sentence");
        }
        return words.map(written -> new Trait<>(given.value(), Origin.PROPOSED, written));
    }

    /** The same for an id, which must be one that a plan could state there. */
    Optional<Trait<String>> id(
            String field,
            Optional<Trait<String>> proposed,
            BiFunction<DeploymentPlanBuilder, String, DeploymentPlanBuilder> place) {
        return heard(field, proposed).filter(trait -> isId(field, trait.value(), place));
    }

    boolean isId(String field, String value, BiFunction<DeploymentPlanBuilder, String, DeploymentPlanBuilder> place) {
        try {
            place.apply(DeploymentPlan.named("proposal").requirement("proposal"), value)
                    .build();
            return true;
        } catch (InvalidPlanException refusal) {
            refuse(field, value, "it must " + refusal.violations().get(0).rule());
            return false;
        }
    }

    /** What was stated, or proposed before, stands; what was inferred, or is a default, gives way. */
    <T> Optional<Trait<T>> settled(String field, Optional<Trait<T>> now, Optional<Trait<T>> heard) {
        if (now.isEmpty() || heard.isEmpty()) {
            return now.or(() -> heard);
        }
        Trait<T> standing = now.get();
        Trait<T> trait = heard.get();
        if (standing.origin() == Origin.DEFAULTED) {
            return heard;
        }
        if (standing.value().equals(trait.value())) {
            return now;
        }
        if (standing.origin() == Origin.INFERRED) {
            return heard;
        }
        return stands(field, standing, trait);
    }

    /** A limit that was not stated may become tighter, and nothing else. */
    <T> Optional<Trait<T>> tightened(
            String field, Optional<Trait<T>> now, Optional<Trait<T>> heard, BiPredicate<T, T> tighter) {
        if (now.isEmpty() || heard.isEmpty()) {
            return now.or(() -> heard);
        }
        Trait<T> standing = now.get();
        Trait<T> trait = heard.get();
        if (standing.value().equals(trait.value())) {
            return standing.origin() == Origin.DEFAULTED ? heard : now;
        }
        if (standing.origin() != Origin.STATED && tighter.test(trait.value(), standing.value())) {
            return heard;
        }
        return stands(field, standing, trait);
    }

    <T> Optional<Trait<T>> stands(String field, Trait<T> standing, Trait<T> refused) {
        refuse(
                field,
                refused.value(),
                shown(standing.value()) + " is " + standing.origin().name().toLowerCase(Locale.ROOT));
        return Optional.of(standing);
    }

    void refuse(String field, Object value, String why) {
        remark("proposes " + field + " " + shown(value) + ", which is not taken: " + why);
    }

    void remark(String what) {
        if (remarks.size() < MAX_REMARKS) {
            remarks.add("Analyzer " + id + " " + what);
        } else {
            unsaid++;
        }
    }

    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        if (unsaid > 0) {
            all.add("Analyzer " + id + ": " + unsaid + " more of its proposals are not taken");
        }
        return all;
    }

    static String shown(Object value) {
        return new Violation("proposal", "", value.toString(), "").value();
    }
}
