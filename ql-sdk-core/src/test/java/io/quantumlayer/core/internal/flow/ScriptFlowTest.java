package io.quantumlayer.core.internal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow.Transition;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptFlowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TwoSteps script = new TwoSteps();
    private final ScriptFlow flow = new ScriptFlow(script);
    private Transition<FlowState> at = flow.next(flow.initial(), FlowEvent.started(START, bytes("{}")));

    @BeforeEach
    void startsWithTheFirstStep() {
        assertRuns("prepare", 1);
    }

    @Test
    void walksStepByStepAndEnds() {
        feed(FlowEvent.done(START, "prepare", bytes("1")));
        assertRuns("place", 1);
        feed(FlowEvent.done(START, "place", bytes("2")));
        assertRuns("after", 1);
        feed(FlowEvent.done(START, "after", bytes("3")));
        assertThat(at.command().kind()).isEqualTo(FlowCommand.Kind.END);
        assertThat(text(at.command())).isEqualTo("reached");
    }

    @Test
    void handsEachStepTheOutputsItReads() {
        feed(FlowEvent.done(START, "prepare", bytes("{\"x\":1}")));
        assertThat(text(at.command()))
                .isEqualTo(
                        "{\"placement\":0,\"step\":\"place\",\"request\":2,\"outputs\":{\"prepare\":7}}\n{}{\"x\":1}");
        feed(FlowEvent.done(START, "place", bytes("2")));
        assertThat(text(at.command())).endsWith(",\"outputs\":{}}\n{}");
    }

    @Test
    void handsAllOutputsToTheStepThatCleansUp() {
        feed(FlowEvent.done(START, "prepare", bytes("{\"x\":1}")));
        feed(FlowEvent.signal(START, ExecutionEngine.CANCEL, bytes("{}")));
        assertRuns(Script.CLEAN_UP, 1);
        assertThat(text(at.command())).endsWith(",\"outputs\":{\"prepare\":7}}\n{}{\"x\":1}");
    }

    @Test
    void runsAPendingStepAgainAtOnceOrLater() {
        feed(FlowEvent.pending(START, "prepare", Duration.ZERO));
        assertRuns("prepare", 1);
        feed(FlowEvent.pending(START, "prepare", Duration.ofSeconds(5)));
        assertThat(at.command().until()).contains(START.plusSeconds(5));
        feed(FlowEvent.timer(START.plusSeconds(5)));
        assertRuns("prepare", 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorType.class,
            names = {"NETWORK", "SERVICE_UNAVAILABLE", "TIMEOUT", "CONCURRENCY", "DEPENDENCY", "UNKNOWN"})
    void waitsAndRetriesWhatTimeMayCure(ErrorType type) {
        feed(FlowEvent.failed(START, "prepare", Failure.of(type, "x", "x")));
        assertThat(at.command().kind()).isEqualTo(FlowCommand.Kind.WAIT);
        feed(FlowEvent.timer(at.command().until().orElseThrow()));
        assertRuns("prepare", 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorType.class,
            names = {"AUTHENTICATION", "RESOURCE", "CONFIGURATION"})
    void asksForARepairBeforeItRetries(ErrorType type) {
        feed(FlowEvent.failed(START, "prepare", Failure.of(type, "x", "x")));
        assertThat(at.command().step()).isEqualTo(Script.REPAIR);
        feed(FlowEvent.done(START.plusSeconds(100), Script.REPAIR, bytes("{\"repaired\":\"it\"}")));
        assertRuns("prepare", 2);
    }

    @Test
    void cleansUpWhenNothingCouldBeRepaired() {
        feed(FlowEvent.failed(START, "prepare", Failure.of(ErrorType.RESOURCE, "x", "x")));
        feed(FlowEvent.done(START, Script.REPAIR, bytes("{}")));
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorType.class,
            names = {"AUTHORIZATION", "VALIDATION"})
    void neverRetriesWhatIsRefused(ErrorType type) {
        feed(FlowEvent.failed(START, "prepare", Failure.of(type, "x", "x")));
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
        feed(FlowEvent.done(START, Script.CLEAN_UP, bytes("[]")));
        assertThat(text(at.command())).isEqualTo("lost " + type.id());
    }

    @Test
    void honoursTheDelayTheOtherSideAskedFor() {
        Failure throttled = Failure.of(ErrorType.NETWORK, "x", "x").withRetryAfter(Duration.ofSeconds(45));
        feed(FlowEvent.failed(START, "prepare", throttled));
        assertThat(at.command().until()).contains(START.plusSeconds(45));
    }

    @Test
    void doesNotWaitBeyondItsDeadline() {
        Failure throttled = Failure.of(ErrorType.NETWORK, "x", "x").withRetryAfter(Duration.ofHours(1));
        feed(FlowEvent.failed(START, "prepare", throttled));
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
        assertThat(at.state().failure().orElseThrow().type()).isEqualTo(ErrorType.NETWORK);
    }

    @Test
    void triesTheNextPlacementAfterCleaningUp() {
        script.placements = 1;
        feed(FlowEvent.done(START, "prepare", bytes("1")));
        fails("place", ErrorType.NETWORK);
        feed(FlowEvent.done(START, Script.CLEAN_UP, bytes("[]")));
        assertRuns("place", 1);
        assertThat(at.state().placement()).isEqualTo(1);
        fails("place", ErrorType.NETWORK);
        feed(FlowEvent.done(START, Script.CLEAN_UP, bytes("[]")));
        assertThat(text(at.command())).isEqualTo("lost network");
    }

    @Test
    void neverFallsBackOverLeftovers() {
        script.placements = 1;
        feed(FlowEvent.done(START, "prepare", bytes("1")));
        fails("place", ErrorType.NETWORK);
        feed(FlowEvent.done(START, Script.CLEAN_UP, bytes("[\"disk\"]")));
        assertThat(at.command().kind()).isEqualTo(FlowCommand.Kind.END);
    }

    @Test
    void cancelsIntoTheCleanUpAndOnlyOnce() {
        FlowEvent cancel = FlowEvent.signal(START, ExecutionEngine.CANCEL, bytes("{}"));
        feed(cancel);
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
        feed(cancel);
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
        feed(FlowEvent.done(START, Script.CLEAN_UP, bytes("[]")));
        assertThat(at.state().cancelled()).isTrue();
        assertThat(at.command().kind()).isEqualTo(FlowCommand.Kind.END);
    }

    @Test
    void cleansUpWhenTheGoalIsNotProved() {
        script.missing = Failure.of(ErrorType.UNKNOWN, "evidence", "x").notRetryable();
        feed(FlowEvent.done(START, "prepare", bytes("1")));
        feed(FlowEvent.done(START, "place", bytes("2")));
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
    }

    @Test
    void keepsTheGoalWhenAStepAfterItFails() {
        feed(FlowEvent.done(START, "prepare", bytes("1")));
        feed(FlowEvent.done(START, "place", bytes("2")));
        feed(FlowEvent.failed(START, "after", Failure.of(ErrorType.VALIDATION, "x", "x")));
        assertThat(text(at.command())).isEqualTo("reached");
        assertThat(at.state().notes()).hasSize(1);
    }

    private void fails(String step, ErrorType type) {
        while (at.command().step().equals(step) || at.command().kind() == FlowCommand.Kind.WAIT) {
            feed(
                    at.command().kind() == FlowCommand.Kind.WAIT
                            ? FlowEvent.timer(START)
                            : FlowEvent.failed(START, step, Failure.of(type, "x", "x")));
        }
        assertThat(at.command().step()).isEqualTo(Script.CLEAN_UP);
    }

    private void feed(FlowEvent event) {
        at = flow.next(at.state(), event);
    }

    private void assertRuns(String step, int attempt) {
        assertThat(at.command().kind()).isEqualTo(FlowCommand.Kind.RUN);
        assertThat(at.command().step()).isEqualTo(step);
        assertThat(at.command().attempt()).isEqualTo(attempt);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(FlowCommand command) {
        return new String(command.data(), UTF_8);
    }

    /** A script of three steps. */
    private static final class TwoSteps implements Script {
        private int placements;
        private Failure missing;

        @Override
        public List<FlowStep> steps() {
            Duration second = Duration.ofSeconds(1);
            return List.of(
                    new FlowStep("prepare", second, FlowStep.Phase.PREPARE),
                    new FlowStep("place", second, FlowStep.Phase.PLACE).reading(List.of("prepare")),
                    new FlowStep("after", second, FlowStep.Phase.AFTER));
        }

        @Override
        public int restart() {
            return 1;
        }

        @Override
        public Duration limit(byte[] input) {
            return Duration.ofMinutes(5);
        }

        @Override
        public int placements(Map<String, byte[]> outputs, Failure failure) {
            return placements;
        }

        @Override
        public String placement(Map<String, byte[]> outputs, int number) {
            return "place " + number;
        }

        @Override
        public Optional<Failure> judge(byte[] input, Map<String, byte[]> outputs) {
            return Optional.ofNullable(missing);
        }

        @Override
        public byte[] end(FlowState state) {
            return bytes(state.failure().map(f -> "lost " + f.type().id()).orElse("reached"));
        }
    }
}
