package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.testkit.time.ManualTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every policy promises. */
public abstract class PolicyContract {
    private static final int ENOUGH = 16;

    private final ManualTime time = ManualTime.create();
    private final KitCalls calls = new KitCalls(KitTime.manual(time));

    private Policy policy;

    /** Only for subclasses. */
    protected PolicyContract() {}

    /**
     * Creates the policy under test, every time from the same rules.
     *
     * @return the policy
     */
    protected abstract Policy policy();

    /**
     * Returns a question that it answers with yes.
     *
     * @return the question
     */
    protected abstract PolicyQuestion acceptable();

    /**
     * Returns a question that it answers with no.
     *
     * @return the question
     */
    protected abstract PolicyQuestion unacceptable();

    /**
     * Returns a question that it answers with yes because of an exception, which ends with the day of the question.
     *
     * @return the question
     */
    protected abstract PolicyQuestion excepted();

    @BeforeEach
    final void open() {
        policy = policy();
    }

    @Test
    @DisplayName("equal rules have one name and digest, before and after decisions")
    final void isNamed() {
        var before = policy.id();
        decide(acceptable());
        decide(unacceptable());
        assertThat(policy.id()).isEqualTo(before).isEqualTo(policy().id());
    }

    @Test
    @DisplayName("what is acceptable is allowed, with a reason")
    final void allows() {
        assertThat(decide(acceptable()).allowed()).isTrue();
    }

    @Test
    @DisplayName("what is not acceptable is refused, with a reason")
    final void refuses() {
        assertThat(decide(unacceptable()).allowed()).isFalse();
    }

    @Test
    @DisplayName("an exception holds through its last day and not a day longer, and names that day")
    final void endsExceptions() {
        PolicyQuestion question = excepted();
        GateDecision last = decide(question);
        assertThat(last.allowed()).isTrue();
        assertThat(last.reasons())
                .anyMatch(reason -> reason.contains(question.day().toString()));
        assertThat(decide(on(question.day().plusDays(1), question)).allowed()).isFalse();
    }

    @Test
    @DisplayName("equal questions give equal decisions, after others, in another instance and whatever the clock says")
    final void isPure() {
        GateDecision refused = decide(unacceptable());
        GateDecision allowed = decide(acceptable());
        time.advance(Duration.ofDays(400));
        assertThat(decide(unacceptable())).isEqualTo(refused);
        assertThat(decide(acceptable())).isEqualTo(allowed);
        policy = policy();
        assertThat(decide(acceptable())).isEqualTo(allowed);
        assertThat(decide(unacceptable())).isEqualTo(refused);
    }

    @Test
    @DisplayName("many threads get the answers that one gets")
    final void isThreadSafe() {
        GateDecision refused = decide(unacceptable());
        GateDecision allowed = decide(acceptable());
        List<CompletableFuture<GateDecision>> answers = IntStream.range(0, ENOUGH)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> decide(i % 2 == 0 ? acceptable() : unacceptable())))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(IntStream.range(0, ENOUGH)
                        .mapToObj(i -> i % 2 == 0 ? allowed : refused)
                        .toList());
    }

    @Test
    @DisplayName("no report at all is a question like any other, at every level")
    final void answersWithoutReports() {
        for (SecurityLevel level : SecurityLevel.values()) {
            PolicyQuestion question = acceptable();
            decide(new PolicyQuestion(List.of(), level, question.waivers(), question.day()));
        }
    }

    @Test
    @DisplayName("what hostile sources make findings say stays on its line, and reasons stay short")
    final void boundsHostileTexts() {
        PolicyQuestion question = unacceptable();
        List<ScanReport> reports = new ArrayList<>(question.reports());
        Rule rule = Rule.of("hostile\nrule", Severity.CRITICAL, "x".repeat(100_000) + "\nALLOWED\u001b[2J");
        Finding finding = Finding.of("f".repeat(64), rule, Location.of("a\nb/" + "y".repeat(5_000)));
        reports.add(ScanReport.completed("hostile", List.of(finding), new Coverage(1, 1, List.of("a\nb"))));
        decide(new PolicyQuestion(reports, question.level(), question.waivers(), question.day()));
    }

    private GateDecision decide(PolicyQuestion question) {
        GateDecision decision = policy.decide(calls.call("decide"), question);
        assertThat(decision.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(Policy.MAX_REASONS);
        assertThat(decision.reasons())
                .allMatch(reason -> !reason.isBlank() && reason.length() <= Policy.MAX_REASON)
                .noneMatch(reason -> reason.chars().anyMatch(Character::isISOControl));
        return decision;
    }

    private static PolicyQuestion on(LocalDate day, PolicyQuestion question) {
        return new PolicyQuestion(question.reports(), question.level(), question.waivers(), day);
    }
}
