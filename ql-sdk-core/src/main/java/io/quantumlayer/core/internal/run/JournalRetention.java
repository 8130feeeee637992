package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.RunHeader;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes ended runs from the journal that are old, are not among the newest of their application, and that nothing
 * stands on. Thread-safe.
 */
public final class JournalRetention {
    private static final Logger LOG = LoggerFactory.getLogger(JournalRetention.class);

    private final Journal journal;
    private final Clock clock;
    private final Limits limits;

    /**
     * Which runs stay whatever they are.
     *
     * @param age those that began less than this ago
     * @param runs how many of the newest of each application, at least one
     */
    public record Limits(Duration age, int runs) {
        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if the age is negative or no run would stay
         */
        public Limits {
            if (age.isNegative() || runs < 1) {
                throw new IllegalArgumentException(
                        "journalRetention: an age from zero and at least 1 run, not " + age + " and " + runs);
            }
        }
    }

    /**
     * Creates a retention.
     *
     * @param journal what is pruned
     * @param clock the source of time
     * @param limits which runs stay
     */
    public JournalRetention(Journal journal, Clock clock, Limits limits) {
        this.journal = journal;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Prunes the history of an application after one of its runs; a journal that fails now is asked again after the
     * next one.
     *
     * @param application the application
     */
    public void apply(ApplicationId application) {
        try {
            List<RunHeader> runs = journal.runs(application);
            if (runs.size() > limits.runs()) {
                journal.prune(application, clock.instant().minus(limits.age()), kept(application, runs));
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The journal of {} could not be pruned: {}",
                    application,
                    e.getClass().getName());
        }
    }

    private Set<RunId> kept(ApplicationId application, List<RunHeader> runs) {
        Set<RunId> kept = new HashSet<>();
        runs.subList(runs.size() - limits.runs(), runs.size()).forEach(r -> kept.add(r.id()));
        runs.stream().filter(r -> !r.ended()).forEach(r -> kept.add(r.id()));
        Foundations foundations = Foundations.of(journal, application);
        kept.addAll(foundations.standing());
        // What a kept run began must not seem to stand because the record of its end is gone.
        Set<RunId> ends = foundations.endsOf(kept);
        while (kept.addAll(ends)) {
            ends = foundations.endsOf(kept);
        }
        return kept;
    }
}
