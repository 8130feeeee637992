package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.core.internal.step.PlacementChooser;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Chooses among what is installed. Pure but for the offerings, which it asks for at each decision. Thread-safe. */
public final class Selector implements PlacementChooser {
    private final Supplier<List<Offering>> offerings;

    /**
     * Creates a selector.
     *
     * @param offerings what the installed providers offer, in any order
     */
    public Selector(Supplier<List<Offering>> offerings) {
        this.offerings = offerings;
    }

    @Override
    public PlacementDecision decide(AppSpec spec, DeploymentPlan plan, Environment environment) {
        List<Offering> all = offerings.get().stream()
                .sorted(Comparator.comparing(Offering::id))
                .toList();
        Function<Needs, Contest> contest = needs -> new Contest(needs, all, environment);
        Needs needs = Needs.of(spec, plan);
        Contest real = contest.apply(needs);
        return new PlacementDecision(
                real.winner().map(candidate -> Placement.on(candidate.offering())),
                real.ranked(),
                real.rejections(),
                new Sensitivity(needs, real, contest).lines());
    }
}
