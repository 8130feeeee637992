package io.quantumlayer.api;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.StepReport;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands, with what proves it. Immutable, but for one thing: {@link #outcome()} is read against the clock,
 * and LIVE turns into UNKNOWN once the evidence for it has expired. Prints as a short readable report.
 */
public final class DeploymentResult {
    private final RunId run;
    private final Outcome reached;
    private final List<StepReport> steps;
    private final List<Evidence> evidence;
    private final List<String> leftovers;
    private final @Nullable URI url;
    private final @Nullable Failure failure;
    private final Clock clock;

    private DeploymentResult(Builder builder) {
        this.run = builder.run;
        this.reached = builder.reached;
        this.clock = builder.clock;
        this.steps = List.copyOf(builder.steps);
        this.evidence = List.copyOf(builder.evidence);
        this.leftovers = List.copyOf(builder.leftovers);
        this.url = builder.url;
        this.failure = builder.failure;
    }

    /**
     * Begins a result.
     *
     * @param run the run
     * @param reached the outcome at its end
     * @param clock against which evidence expires
     * @return a builder without steps, evidence, address, failure and leftovers
     */
    public static Builder builder(RunId run, Outcome reached, Clock clock) {
        return new Builder(run, reached, clock);
    }

    /**
     * Returns the run.
     *
     * @return its id
     */
    public RunId run() {
        return run;
    }

    /**
     * Returns how the run stands now.
     *
     * @return the outcome; UNKNOWN in place of one that {@link Outcome#serves} once its evidence has expired
     */
    public Outcome outcome() {
        boolean expires = reached.serves();
        boolean fresh = evidence.stream().allMatch(e -> e.validAt(clock.instant()));
        return expires && (!fresh || evidence.isEmpty()) ? Outcome.UNKNOWN : reached;
    }

    /**
     * Returns the outcome at the end of the run, whatever has expired since.
     *
     * @return the outcome then
     */
    public Outcome reached() {
        return reached;
    }

    /**
     * Returns the public address.
     *
     * @return the address that was probed, or empty if none was
     */
    public Optional<URI> url() {
        return Optional.ofNullable(url);
    }

    /**
     * Returns what the outcome rests on.
     *
     * @return the evidence in the order observed
     */
    public List<Evidence> evidence() {
        return evidence;
    }

    /**
     * Returns how each step ended.
     *
     * @return the reports of the steps that ended, in order
     */
    public List<StepReport> steps() {
        return steps;
    }

    /**
     * Returns what somebody should know although no step failed of it.
     *
     * @return the warnings of the steps, in order
     */
    public List<String> warnings() {
        return steps.stream().flatMap(step -> step.warnings().stream()).toList();
    }

    /**
     * Returns why the run failed.
     *
     * @return the failure, or empty
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns what could not be shown to be gone.
     *
     * @return one name each; empty unless FAILED_LEFTOVERS
     */
    public List<String> leftovers() {
        return leftovers;
    }

    @Override
    public String toString() {
        return ResultText.of(this);
    }

    /** Collects the optional parts of a result. Not thread-safe. */
    public static final class Builder {
        private final RunId run;
        private final Outcome reached;
        private final Clock clock;
        private List<StepReport> steps = List.of();
        private List<Evidence> evidence = List.of();
        private List<String> leftovers = List.of();
        private @Nullable URI url;
        private @Nullable Failure failure;

        private Builder(RunId run, Outcome reached, Clock clock) {
            this.run = Objects.requireNonNull(run, "run");
            this.reached = Objects.requireNonNull(reached, "reached");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets the step reports.
         *
         * @param reports in order
         * @return this
         */
        public Builder steps(List<StepReport> reports) {
            this.steps = reports;
            return this;
        }

        /**
         * Sets what the outcome rests on.
         *
         * @param pieces in the order observed
         * @return this
         */
        public Builder evidence(List<Evidence> pieces) {
            this.evidence = pieces;
            return this;
        }

        /**
         * Sets what could not be shown to be gone.
         *
         * @param names one name each
         * @return this
         */
        public Builder leftovers(List<String> names) {
            this.leftovers = names;
            return this;
        }

        /**
         * Sets the public address.
         *
         * @param address the address, or null if there is none
         * @return this
         */
        public Builder url(@Nullable URI address) {
            this.url = address;
            return this;
        }

        /**
         * Sets why the run failed.
         *
         * @param cause the failure, or null if it did not fail
         * @return this
         */
        public Builder failure(@Nullable Failure cause) {
            this.failure = cause;
            return this;
        }

        /**
         * Returns the result; may be called again.
         *
         * @return the result
         */
        public DeploymentResult build() {
            return new DeploymentResult(this);
        }
    }
}
