package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limits that follow from the form of an application: how long it works at a time, whether it ever ends, where. */
final class ShapeLimits {
    private static final Set<AppKind> ANSWERING = Set.of(AppKind.API, AppKind.WEB, AppKind.FULLSTACK, AppKind.FUNCTION);

    private final Needs needs;
    private final Needs.Shape shape;

    ShapeLimits(Needs needs) {
        this.needs = needs;
        this.shape = needs.work().shape();
    }

    Optional<Breach> kind(Offering offering) {
        return shape.kind() == AppKind.UNSUPPORTED
                ? Optional.of(new Breach(
                        "kind", "this kind of application runs nowhere here", Optional.empty(), "it were another kind"))
                : Optional.empty();
    }

    Optional<Breach> gpu(Offering offering) {
        Fact fact = offering.fact("gpu");
        return shape.gpu() && !fact.isKnown()
                ? Optional.of(Breach.of(
                        "gpu",
                        "it must have a graphics processor, but nobody stated that it has",
                        fact,
                        "no GPU were needed"))
                : Optional.empty();
    }

    Optional<Breach> edge(Offering offering) {
        boolean enough = offering.strategy() == Strategy.EDGE;
        return shape.wishes().edge() && !enough
                ? Optional.of(Breach.of(
                        "edge",
                        "it must run at the edge, but it runs in one region",
                        offering.fact("edge"),
                        "it need not run at the edge"))
                : Optional.empty();
    }

    Optional<Breach> onPremises(Offering offering) {
        Fact fact = offering.fact("on-premises");
        boolean enough = fact.isKnown() || offering.strategy() == Strategy.LOCAL;
        return shape.wishes().onPremises() && !enough
                ? Optional.of(Breach.of(
                        "on-premises",
                        "it must run on machines of your own, but it runs at a vendor's",
                        fact,
                        "it need not run on machines of your own"))
                : Optional.empty();
    }

    /** Work without end needs an instance that is there without being called. */
    Optional<Breach> endless(Offering offering) {
        if (shape.kind() != AppKind.WORKER || shape.duration().isPresent()) {
            return Optional.empty();
        }
        Fact ready = offering.fact("instances.ready");
        boolean stops = ready.number().filter(number -> number.signum() == 0).isPresent()
                || offering.fact("runs.only").isKnown()
                || offering.strategy() == Strategy.EDGE;
        return stops
                ? Optional.of(Breach.of(
                        "always-on", "it works without end, but stops when it is not called", ready, "its work ended"))
                : Optional.empty();
    }

    Optional<Breach> duration(Offering offering) {
        Fact fact = offering.fact("duration.max");
        Optional<BigDecimal> wanted = shape.duration().map(Duration::toMillis).map(BigDecimal::valueOf);
        Optional<BigDecimal> most = Amounts.millis(fact);
        return wanted.filter(
                        millis -> most.filter(max -> max.compareTo(millis) < 0).isPresent())
                .map(millis -> Breach.of(
                        "duration",
                        "it works " + shape.duration().orElseThrow().toSeconds()
                                + " s at a time, but it is stopped before",
                        fact,
                        "it worked no longer at a time"));
    }

    Optional<Breach> answering(Offering offering) {
        Fact fact = offering.fact("runs.only");
        return ANSWERING.contains(shape.kind()) && fact.isKnown()
                ? Optional.of(
                        Breach.of("requests", "it must answer requests, but it only runs jobs", fact, "it were a job"))
                : Optional.empty();
    }

    /** Clouds of governments and closed countries are used only by those who name their region. */
    Optional<Breach> sovereign(Offering offering) {
        Fact fact = offering.fact("sovereign");
        return fact.isKnown() && !needs.where().regions().contains(offering.region())
                ? Optional.of(Breach.of(
                        "sovereign",
                        "it is a sovereign region, which only its name chooses",
                        fact,
                        "region " + offering.region() + " were named"))
                : Optional.empty();
    }
}
