package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.Source;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says whether, and how well, an offering runs what is to be run. */
final class Runtimes {
    /** The languages that run on a JVM, which takes longer to start and more memory. */
    static final Set<String> JVM = Set.of("java", "kotlin", "scala", "groovy");

    private static final String STATIC = "runtime.static";
    private static final String ANY_IMAGE = "runtime.any-image";
    private static final String ANY_COMMAND = "runtime.any-command";
    private static final double WHOLE = 12;
    private static final double PACKED = 9; // it runs, but in an image or by a command that somebody else answers for
    private static final double FRAMEWORK = 4;

    private final Needs.Work work;

    Runtimes(Needs.Work work) {
        this.work = work;
    }

    Optional<Breach> breach(Offering offering) {
        if (by(offering).isPresent()) {
            return Optional.empty();
        }
        String name = wanted();
        Fact fact = offering.fact(name.isEmpty() ? ANY_COMMAND : name);
        String reason = name.isEmpty()
                ? "no language is known; state the language, or the command of a source directory"
                : "it must have " + name + ", but " + (fact.isKnown() ? "it has not" : "nobody stated that it has");
        return Optional.of(
                Breach.of("runtime", reason, fact, name.isEmpty() ? "the language were stated" : "it had " + name));
    }

    /** The fact by which an offering can run it, the best fitting first. */
    private Optional<Fact> by(Offering offering) {
        String name = wanted();
        return Optional.of(name)
                .filter(wanted -> !wanted.isEmpty())
                .map(offering::fact)
                .filter(Runtimes::holds)
                .or(() -> Optional.of(offering.fact(ANY_IMAGE)).filter(fact -> packs() && holds(fact)))
                .or(() -> Optional.of(offering.fact(ANY_COMMAND)).filter(fact -> startsAnything() && holds(fact)));
    }

    /** An image holds anything but files that a browser wants from close by. */
    private boolean packs() {
        return !work.isFiles();
    }

    private boolean startsAnything() {
        return switch (work.kind()) {
            case SOURCE_DIRECTORY -> work.command() || work.language().isPresent();
            case STATIC_SITE -> true;
            case REQUIREMENT, CONTAINER_IMAGE -> false;
        };
    }

    /** The fact that fits best, or the empty text if nobody knows what is to be run. */
    private String wanted() {
        if (work.isFiles()) {
            return STATIC;
        }
        return switch (work.kind()) {
            case CONTAINER_IMAGE -> ANY_IMAGE;
            case STATIC_SITE -> STATIC;
            case REQUIREMENT, SOURCE_DIRECTORY ->
                work.language().map(language -> "runtime." + language).orElse("");
        };
    }

    private static boolean holds(Fact fact) {
        String value = fact.value().orElse("false").toLowerCase(Locale.ROOT);
        return !value.isBlank() && !value.equals("false") && !value.equals("no") && !value.equals("none");
    }

    Score fit(Offering offering) {
        Optional<Fact> by = by(offering);
        if (by.isEmpty()) {
            return Score.unknown("nobody knows how it runs");
        }
        Fact runtime = by.get();
        boolean packed = runtime.name().equals(ANY_IMAGE) && work.kind() != Source.Kind.CONTAINER_IMAGE;
        if (packed || runtime.name().equals(ANY_COMMAND)) {
            return new Score(PACKED, runtime + "; it brings language and framework along");
        }
        if (work.framework().isEmpty()) {
            return new Score(WHOLE, runtime.toString());
        }
        Fact framework = offering.fact("framework." + work.framework().get());
        double points = holds(framework) ? WHOLE : WHOLE - FRAMEWORK;
        return new Score(points, runtime + "; " + framework);
    }
}
