package io.quantumlayer.core.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-01T23:59:00Z"), ZoneOffset.UTC);
    private static final List<ScanReport> CLEAN =
            List.of(ScanReport.completed("a", List.of(), new Coverage(3, 30, List.of())));

    /** A policy that is what its function says. */
    private record Told(PolicyId id, BiFunction<CallContext, PolicyQuestion, GateDecision> answer) implements Policy {
        static Told of(String name, BiFunction<CallContext, PolicyQuestion, GateDecision> answer) {
            return new Told(new PolicyId(name, Digest.of(name)), answer);
        }

        @Override
        public GateDecision decide(CallContext context, PolicyQuestion question) {
            return answer.apply(context, question);
        }
    }

    @Test
    void allowsOnlyWhatAllAllowAndTellsRefusalsFirst() {
        Policy yes = Told.of("yes", (c, q) -> new GateDecision(true, List.of("on " + q.day())));
        Policy no = Told.of("no", (c, q) -> new GateDecision(false, List.of("never")));
        GateDecision both = decide(List.of(yes), CLEAN);
        assertThat(both.allowed()).isTrue();
        assertThat(both.reasons()).last().isEqualTo("policy yes: on 2030-06-01");
        GateDecision refused = decide(List.of(yes, no), CLEAN);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.reasons()).first().isEqualTo("policy no: never");
        assertThat(refused.policies()).extracting(PolicyId::name).containsExactly("built-in", "yes", "no");
        assertThat(decide(List.of(yes), List.of()).allowed()).isFalse();
    }

    @Test
    void refusesTwoPoliciesOfOneName() {
        Policy policy = Told.of("twin", (c, q) -> new GateDecision(true, List.of("yes")));
        Policy builtIn = Told.of("built-in", (c, q) -> new GateDecision(true, List.of("yes")));
        assertThatThrownBy(() -> decide(List.of(policy, policy), CLEAN))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("two policies have the name 'twin'");
        assertThatThrownBy(() -> decide(List.of(builtIn), CLEAN)).isInstanceOf(QuantumLayerException.class);
    }

    @Test
    void hearsNobodyWhoIsLate() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Policy late = Told.of("late", (c, q) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new GateDecision(true, List.of("at last"));
        });
        GateDecision decision = decide(List.of(late), CLEAN);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).first().isEqualTo("policy late: not proved: it did not answer in time");
        interrupted.await();
    }

    @Test
    void givesEachPolicyItsLimitAsDeadline() {
        Policy policy = Told.of(
                "curious", (c, q) -> new GateDecision(true, List.of(c.remaining() + " of " + c.idempotencyKey())));
        assertThat(decide(List.of(policy), CLEAN).reasons()).last().isEqualTo("policy curious: PT0.2S of k");
    }

    @Test
    void refusesOnceItIsClosed() {
        Gate gate = new Gate(List.of(), List.of(Told.of("yes", (c, q) -> new GateDecision(true, List.of("yes")))));
        gate.close();
        assertThat(gate.decide(call(), CLEAN, Terms.of(SecurityLevel.BASIC)).allowed())
                .isFalse();
    }

    private static GateDecision decide(List<Policy> policies, List<ScanReport> reports) {
        try (Gate gate = new Gate(List.of(), policies, Duration.ofMillis(200))) {
            return gate.decide(call(), reports, Terms.of(SecurityLevel.STANDARD));
        }
    }

    private static CallContext call() {
        RunId run = new RunId(new ApplicationId("tenant", "todo"), "0".repeat(26));
        return CallContext.of(run, "k", CLOCK.instant().plusSeconds(60), CLOCK);
    }
}
