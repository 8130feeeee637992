package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Strategy;
import java.util.List;
import java.util.Optional;

/** What is within reach of a decision: the providers that are ready, or the whole market whether installed or not. */
interface Reach {
    /** Says what keeps an offering out of reach, or nothing. */
    Optional<Breach> breach(Listing offering);

    /** Whether this is the whole market, where offerings are many. */
    boolean isMarket();

    /** What a deployment can use now. */
    static Reach ready(Environment environment) {
        return new Reach() {
            @Override
            public Optional<Breach> breach(Listing offering) {
                String id = offering.provider();
                Optional<Detection> found = environment.provider(id);
                if (found.filter(Detection::isReady).isPresent()) {
                    return Optional.empty();
                }
                String why = found.map(detection -> detection.status() + ", " + detection.message())
                        .orElse("it is not installed");
                return Optional.of(Breach.of(
                        "environment", () -> "provider " + id + " cannot be used: " + why, () -> id + " were ready"));
            }

            @Override
            public boolean isMarket() {
                return false;
            }
        };
    }

    /** Everything that is known, but this machine only for those who prefer it: it is for development. */
    static Reach market(List<String> preferred) {
        return new Reach() {
            @Override
            public Optional<Breach> breach(Listing offering) {
                return offering.strategy() == Strategy.LOCAL && !preferred.contains(offering.provider())
                        ? Optional.of(Breach.of(
                                "development",
                                () -> "it is a development environment",
                                () -> offering.provider() + " were preferred"))
                        : Optional.empty();
            }

            @Override
            public boolean isMarket() {
                return true;
            }
        };
    }
}
