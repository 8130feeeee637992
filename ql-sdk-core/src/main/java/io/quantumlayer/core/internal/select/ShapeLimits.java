package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.core.internal.select.ServiceFacts.Decisive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limits that follow from the form of an application: how long it works at a time, whether it ever ends, where. */
final class ShapeLimits {
    private static final Set<AppKind> ANSWERING = Set.of(AppKind.API, AppKind.WEB, AppKind.FULLSTACK, AppKind.FUNCTION);
    private static final Set<AppKind> RUNNING = Set.of(AppKind.JOB, AppKind.WORKER);

    private final Needs needs;
    private final Needs.Shape shape;

    ShapeLimits(Needs needs) {
        this.needs = needs;
        this.shape = needs.work().shape();
    }

    Optional<Breach> kind(Listing offering) {
        return shape.kind() == AppKind.UNSUPPORTED
                ? Optional.of(Breach.of(
                        "kind", () -> "this kind of application runs nowhere here", () -> "it were another kind"))
                : Optional.empty();
    }

    Optional<Breach> gpu(Listing offering) {
        KnownFact fact = offering.get(Decisive.GPU);
        return shape.gpu() && !fact.isKnown()
                ? Optional.of(Breach.of(
                        "gpu",
                        () -> "it must have a graphics processor, but nobody stated that it has",
                        fact,
                        () -> "no GPU were needed"))
                : Optional.empty();
    }

    Optional<Breach> edge(Listing offering) {
        boolean enough = offering.strategy() == Strategy.EDGE;
        return shape.wishes().edge() && !enough
                ? Optional.of(Breach.of(
                        "edge",
                        () -> "it must run at the edge, but it runs in one region",
                        offering.get(Decisive.EDGE),
                        () -> "it need not run at the edge"))
                : Optional.empty();
    }

    Optional<Breach> onPremises(Listing offering) {
        KnownFact fact = offering.get(Decisive.ON_PREMISES);
        boolean enough = fact.isKnown() || offering.strategy() == Strategy.LOCAL;
        return shape.wishes().onPremises() && !enough
                ? Optional.of(Breach.of(
                        "on-premises",
                        () -> "it must run on machines of your own, but it runs at a vendor's",
                        fact,
                        () -> "it need not run on machines of your own"))
                : Optional.empty();
    }

    /** Work without end needs an instance that is there without being called. */
    Optional<Breach> endless(Listing offering) {
        if (shape.kind() != AppKind.WORKER || shape.duration().isPresent()) {
            return Optional.empty();
        }
        KnownFact ready = offering.get(Decisive.READY);
        boolean stops = ready.amount().filter(number -> number.signum() == 0).isPresent()
                || offering.get(Decisive.ONLY_RUNS).isKnown()
                || offering.strategy() == Strategy.EDGE;
        return stops
                ? Optional.of(Breach.of(
                        "always-on",
                        () -> "it works without end, but stops when it is not called",
                        ready,
                        () -> "its work ended"))
                : Optional.empty();
    }

    /** A limit on the time of a processor is one on the time of a run, which works all along. */
    Optional<Breach> duration(Listing offering) {
        Optional<Duration> wanted = shape.duration();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal millis = BigDecimal.valueOf(wanted.get().toMillis());
        KnownFact wall = offering.get(Decisive.DURATION);
        KnownFact fact =
                RUNNING.contains(shape.kind()) && !wall.isLessThan(millis) ? offering.get(Decisive.CPU_TIME) : wall;
        return fact.isLessThan(millis)
                ? Optional.of(Breach.of(
                        "duration",
                        () -> "it works " + wanted.get().toSeconds() + " s at a time, but it is stopped before",
                        fact,
                        () -> "it worked no longer at a time"))
                : Optional.empty();
    }

    Optional<Breach> answering(Listing offering) {
        KnownFact fact = offering.get(Decisive.ONLY_RUNS);
        return ANSWERING.contains(shape.kind()) && fact.isKnown()
                ? Optional.of(Breach.of(
                        "requests",
                        () -> "it must answer requests, but it only runs jobs",
                        fact,
                        () -> "it were a job"))
                : Optional.empty();
    }

    /** Clouds of governments and closed countries are used only by those who name their region. */
    Optional<Breach> sovereign(Listing offering) {
        KnownFact fact = offering.sovereign();
        return fact.isKnown()
                        && !needs.where().regions().contains(offering.offering().region())
                ? Optional.of(Breach.of(
                        "sovereign",
                        () -> "it is a sovereign region, which only its name chooses",
                        fact,
                        () -> "region " + offering.offering().region() + " were named"))
                : Optional.empty();
    }
}
