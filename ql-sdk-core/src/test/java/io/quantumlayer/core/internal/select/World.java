package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.core.internal.cost.OfferingBook;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Made-up offerings, all of whose providers are ready, and the plans that are decided among them. */
final class World {
    private static final FactSource SOURCE = new FactSource("made up", LocalDate.of(2026, 11, 22), true);

    private World() {}

    static Offering offering(String id, String... facts) {
        Offering offering = Offering.of(id, Strategy.CLOUD_NATIVE);
        for (String fact : facts) {
            String[] parts = fact.split("=", 2);
            String[] value = parts[1].split(" ", 2);
            boolean number = value.length == 2 && value[0].matches("[0-9.]+");
            offering =
                    offering.withFacts(Fact.of(parts[0], number ? value[0] : parts[1], number ? value[1] : "", SOURCE));
        }
        return offering;
    }

    static Offering java(String id, String... facts) {
        return offering(id, facts).withFacts(Fact.of("runtime.java", "25", "", SOURCE));
    }

    static DeploymentPlanBuilder plan() {
        return DeploymentPlan.named("todo").requirement("a REST service").language("java");
    }

    static AppSpec spec() {
        return AppSpec.ofKind(Trait.defaulted(AppKind.API)).build();
    }

    static PlacementDecision decide(DeploymentPlanBuilder plan, Offering... offerings) {
        return decide(spec(), plan, offerings);
    }

    static PlacementDecision decide(AppSpec spec, DeploymentPlanBuilder plan, Offering... offerings) {
        Set<String> providers = new LinkedHashSet<>();
        List.of(offerings).forEach(offering -> providers.add(offering.provider()));
        Environment environment = new Environment(providers.stream()
                .map(id -> new Detection(id, Detection.Status.READY, "ready", Map.of()))
                .toList());
        return selector(List.of(offerings)).decide(spec, plan.build(), environment);
    }

    static Selector selector(List<Offering> offerings) {
        return new Selector(() -> offerings, new OfferingBook(List.of(), List.of()), Taste.PLAIN);
    }

    static String winner(PlacementDecision decision) {
        return decision.winner().orElseThrow().offering().id();
    }

    static Rejection only(PlacementDecision decision) {
        return decision.rejections().stream()
                .reduce((a, b) -> {
                    throw new AssertionError("more than one: " + decision.rejections());
                })
                .orElseThrow(() -> new AssertionError("nothing was rejected"));
    }
}
