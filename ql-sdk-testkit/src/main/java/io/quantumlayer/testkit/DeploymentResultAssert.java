package io.quantumlayer.testkit;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Says what a run came to; a failed assertion shows the whole result. */
public final class DeploymentResultAssert extends AbstractAssert<DeploymentResultAssert, DeploymentResult> {
    private static final Set<Claim> LIVE =
            EnumSet.of(Claim.GATE_ALLOWED, Claim.RELEASE_PLACED, Claim.PUBLIC_PROBED, Claim.TRAFFIC_DIGEST);

    DeploymentResultAssert(@Nullable DeploymentResult actual) {
        super(actual, DeploymentResultAssert.class);
    }

    /**
     * Says that the outcome is this one now.
     *
     * @param expected the outcome
     * @return this
     */
    public DeploymentResultAssert hasOutcome(Outcome expected) {
        isNotNull();
        if (actual.outcome() != expected) {
            failWithMessage("expected the outcome %s of%n%s", expected, actual);
        }
        return this;
    }

    /**
     * Says that the release is live, with an address and fresh evidence for each claim that needs.
     *
     * @return this
     */
    public DeploymentResultAssert isLive() {
        hasOutcome(Outcome.LIVE);
        if (actual.url().isEmpty()) {
            failWithMessage("expected a public address of%n%s", actual);
        }
        LIVE.forEach(this::hasEvidence);
        return this;
    }

    /**
     * Says that the run failed, said why, and left nothing.
     *
     * @return this
     */
    public DeploymentResultAssert isFailedClean() {
        hasOutcome(Outcome.FAILED);
        if (!actual.leftovers().isEmpty() || actual.failure().isEmpty()) {
            failWithMessage("expected a failure without leftovers of%n%s", actual);
        }
        return this;
    }

    /**
     * Says that something is proved.
     *
     * @param claim the claim
     * @return this
     */
    public DeploymentResultAssert hasEvidence(Claim claim) {
        isNotNull();
        Set<Claim> claims = actual.evidence().stream().map(Evidence::claim).collect(Collectors.toSet());
        if (!claims.contains(claim)) {
            failWithMessage("expected evidence that %s, but there is only %s", claim.id(), claims);
        }
        return this;
    }

    /**
     * Says why the run failed.
     *
     * @param type the type of its failure
     * @return this
     */
    public DeploymentResultAssert failedBecause(ErrorType type) {
        isNotNull();
        Optional<Failure> failure = actual.failure();
        if (failure.filter(f -> f.type() == type).isEmpty()) {
            failWithMessage("expected a failure of type %s of%n%s", type.id(), actual);
        }
        return this;
    }

    /**
     * Says why exactly the run failed.
     *
     * @param code the code of its failure
     * @return this
     */
    public DeploymentResultAssert failedWith(String code) {
        isNotNull();
        Optional<Failure> failure = actual.failure();
        if (failure.filter(f -> f.code().equals(code)).isEmpty()) {
            failWithMessage("expected a failure of code %s of%n%s", code, actual);
        }
        return this;
    }
}
