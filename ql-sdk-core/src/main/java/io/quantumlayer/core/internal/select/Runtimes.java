package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.plan.Source;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final String wanted;
    private final String framework;

    Runtimes(Needs.Work work) {
        this.work = work;
        this.wanted = wanted();
        this.framework = work.framework().map(name -> "framework." + name).orElse("");
    }

    Optional<Breach> breach(Listing offering) {
        if (by(offering) != null) {
            return Optional.empty();
        }
        Fact fact = offering.offering().fact(wanted.isEmpty() ? ANY_COMMAND : wanted);
        return Optional.of(new Breach(
                "runtime",
                () -> wanted.isEmpty()
                        ? "no language is known; state the language, or the command of a source directory"
                        : "it must have " + wanted + ", but "
                                + (fact.isKnown() ? "it has not" : "nobody stated that it has"),
                Optional.of(fact),
                () -> wanted.isEmpty() ? "the language were stated" : "it had " + wanted));
    }

    /** The fact by which an offering can run it, the best fitting first; null if it cannot. */
    private @Nullable KnownFact by(Listing offering) {
        KnownFact found = offering.has(wanted);
        if (found == null && packs()) {
            found = offering.has(ANY_IMAGE);
        }
        return found == null && startsAnything() ? offering.has(ANY_COMMAND) : found;
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

    Score fit(Listing offering) {
        KnownFact runtime = by(offering);
        if (runtime == null) {
            return Score.unknown(() -> "nobody knows how it runs");
        }
        String name = runtime.fact().name();
        boolean packed = name.equals(ANY_IMAGE) && work.kind() != Source.Kind.CONTAINER_IMAGE;
        if (packed || name.equals(ANY_COMMAND)) {
            return new Score(PACKED, () -> runtime + "; it brings language and framework along");
        }
        if (framework.isEmpty()) {
            return new Score(WHOLE, runtime::toString);
        }
        boolean known = offering.has(framework) != null;
        return new Score(
                known ? WHOLE : WHOLE - FRAMEWORK,
                () -> runtime + "; " + offering.offering().fact(framework));
    }
}
