package io.quantumlayer.testkit;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeploymentResultAssertTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final RunId RUN = new RunId(new ApplicationId("default", "todo"), "r".repeat(26));

    private static DeploymentResult.Builder result(Outcome outcome) {
        return DeploymentResult.builder(RUN, outcome, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<Evidence> proofs(Claim... claims) {
        Digest subject = Digest.of("subject");
        return Stream.of(claims)
                .map(c -> Evidence.lasting(c, subject, new Evidence.Observed("look", "test", NOW, subject), "seen"))
                .toList();
    }

    private static List<Evidence> allProofs() {
        return proofs(Claim.GATE_ALLOWED, Claim.RELEASE_PLACED, Claim.PUBLIC_PROBED, Claim.TRAFFIC_DIGEST);
    }

    @Test
    void liveNeedsAddressAndEveryProof() {
        URI url = URI.create("http://todo.default.open.fake/");
        assertThat(result(Outcome.LIVE).url(url).evidence(allProofs()).build()).isLive();
        refused(
                () -> assertThat(result(Outcome.LIVE).evidence(allProofs()).build())
                        .isLive(),
                "address");
        refused(
                () -> assertThat(result(Outcome.LIVE)
                                .url(url)
                                .evidence(proofs(Claim.GATE_ALLOWED))
                                .build())
                        .isLive(),
                "evidence");
        refused(() -> assertThat(result(Outcome.FAILED).build()).isLive(), "LIVE");
    }

    @Test
    void failedCleanNeedsACauseAndNoLeftovers() {
        Failure cause = Failure.of(ErrorType.RESOURCE, "quota", "too much");
        assertThat(result(Outcome.FAILED).failure(cause).build())
                .isFailedClean()
                .failedBecause(ErrorType.RESOURCE)
                .failedWith("quota");
        refused(() -> assertThat(result(Outcome.FAILED).build()).isFailedClean(), "failure");
        refused(
                () -> assertThat(result(Outcome.FAILED).failure(cause).build()).failedBecause(ErrorType.NETWORK),
                "network");
        refused(() -> assertThat(result(Outcome.FAILED).failure(cause).build()).failedWith("other"), "other");
        refused(
                () -> assertThat(result(Outcome.FAILED)
                                .failure(cause)
                                .leftovers(List.of("thing"))
                                .build())
                        .isFailedClean(),
                "leftovers");
    }

    private static void refused(ThrowingCallable assertion, String words) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(words);
    }
}
