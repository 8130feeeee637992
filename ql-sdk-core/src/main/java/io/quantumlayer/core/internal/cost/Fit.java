package io.quantumlayer.core.internal.cost;

import java.util.Optional;

/** Tells whether an offering can run a workload at all, and on which size. */
final class Fit {
    private Fit() {}

    static Optional<Size> size(Rates rates, Demand demand) {
        return Size.smallest(rates.offering().sizes(), demand.vcpu(), demand.memoryMiB());
    }

    /** Says what stands against running it, or nothing. */
    static Optional<String> obstacle(Rates rates, Demand demand) {
        if (servesFilesOnly(rates, demand)) {
            return Optional.of("it serves files and starts no code");
        }
        if (answersNothing(rates, demand)) {
            return Optional.of("it answers no requests: " + rates.onlyRuns());
        }
        if (size(rates, demand).isEmpty()) {
            return Optional.of("no size of it has "
                    + demand.vcpu().map(cpu -> cpu + " vCPU and ").orElse("")
                    + demand.memoryMiB().map(memory -> memory + " MiB").orElse("that much"));
        }
        return stopsBefore(rates, demand)
                ? Optional.of("it runs " + demand.seconds().toPlainString() + " s at a time, but " + rates.longest())
                : Optional.empty();
    }

    /** The same as no {@link #obstacle} but for the size, without saying why. */
    static boolean runs(Rates rates, Demand demand) {
        return !servesFilesOnly(rates, demand) && !answersNothing(rates, demand) && !stopsBefore(rates, demand);
    }

    private static boolean servesFilesOnly(Rates rates, Demand demand) {
        return !rates.startsCode() && demand.startsCode();
    }

    private static boolean answersNothing(Rates rates, Demand demand) {
        return rates.onlyRuns().isKnown() && demand.hasRequests();
    }

    private static boolean stopsBefore(Rates rates, Demand demand) {
        return rates.longestSeconds().isPresent()
                && demand.seconds().compareTo(rates.longestSeconds().get()) > 0;
    }
}
