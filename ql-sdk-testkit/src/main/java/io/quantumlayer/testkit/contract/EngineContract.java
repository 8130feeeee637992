package io.quantumlayer.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.core.Journals;
import io.quantumlayer.testkit.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every engine promises. It is given a manual time and a journal in memory. */
public abstract class EngineContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Journal journal = Journals.inMemory();
    private final ManualTime time = ManualTime.create();
    private final List<KitHost> hosts = new ArrayList<>();

    /** Only for subclasses. */
    protected EngineContract() {}

    /**
     * Returns the engine under test.
     *
     * @return its factory
     */
    protected abstract EngineFactory engine();

    @AfterEach
    final void close() {
        hosts.forEach(KitHost::close);
    }

    private KitHost host(String... steps) {
        KitHost host = new KitHost(engine(), new KitFlow(List.of(steps), TIMEOUT), journal, time);
        hosts.add(host);
        return host;
    }

    @Test
    @DisplayName("it runs the steps as the flow says and ends with the flow's result")
    final void runs() {
        KitHost host = host("a", "b", "c");
        RunId run = host.start("todo", "in:");
        assertThat(host.end(run)).isEqualTo("in:abc");
        assertThat(host.observed())
                .containsExactly("STARTED -> RUN", "DONE a -> RUN", "DONE b -> RUN", "DONE c -> END");
    }

    @Test
    @DisplayName("the first event is durable when a start returns, and the history holds every event in order")
    final void writesFirst() {
        KitHost host = host("a", KitFlow.SIGNAL);
        RunId run = host.start("todo", "in:");
        assertThat(host.engine().history(run)).isNotEmpty();
        KitHost.eventually("the step is done", () -> host.observed().size() == 2);
        assertThat(host.engine().history(run))
                .extracting(FlowEvent::kind)
                .containsExactly(FlowEvent.Kind.STARTED, FlowEvent.Kind.DONE);
        assertThat(host.engine().history(KitHost.run("nobody"))).isEmpty();
    }

    @Test
    @DisplayName("a step that is under way outside is asked again when its time has come, not before")
    final void waits() {
        AtomicInteger asked = new AtomicInteger();
        KitHost host = host("a", "b")
                .step(
                        "a",
                        call -> asked.incrementAndGet() == 1
                                ? Effect.pending(Duration.ofMinutes(5))
                                : Effect.done("later".getBytes(UTF_8)));
        RunId run = host.start("todo", "");
        KitHost.eventually("it waits", () -> host.observed().contains("PENDING a -> WAIT") && time.timers() == 1);
        time.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(asked).hasValue(1);
        time.advance(Duration.ofMillis(1));
        assertThat(host.end(run)).isEqualTo("laterb");
    }

    @Test
    @DisplayName("a failed step is told to the flow with its failure")
    final void fails() {
        Failure failure = Failure.of(ErrorType.NETWORK, "kit", "broken");
        KitHost host = host("a").step("a", call -> Effect.failed(failure));
        RunId run = host.start("todo", "");
        assertThat(host.end(run)).isEqualTo("failed network");
        assertThat(host.engine().history(run).get(1).failure()).contains(failure);
    }

    @Test
    @DisplayName("a step that throws has failed for an unknown reason")
    final void survivesDefects() {
        KitHost host = host("a").step("a", call -> {
            throw new IllegalStateException("a defect");
        });
        assertThat(host.end(host.start("todo", ""))).isEqualTo("failed unknown");
    }

    @Test
    @DisplayName("a step that takes too long is interrupted and has failed by timeout")
    final void limitsSteps() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        KitHost host = host("a").step("a", call -> {
            begun.countDown();
            interrupted.set(blockUntilInterrupted());
            return Effect.done("too late".getBytes(UTF_8));
        });
        RunId run = host.start("todo", "");
        KitHost.eventually("the step runs", () -> begun.getCount() == 0);
        time.advance(TIMEOUT);
        assertThat(host.end(run)).isEqualTo("failed timeout");
        assertThat(interrupted).isTrue();
    }

    @Test
    @DisplayName("the deadline of a call is the step's timeout from now, its run the one that asks")
    final void tellsTheDeadline() {
        List<StepCall> calls = new ArrayList<>();
        KitHost host = host("a").step("a", call -> {
            calls.add(call);
            return Effect.done("a".getBytes(UTF_8));
        });
        RunId run = host.start("todo", "in");
        host.end(run);
        assertThat(calls.get(0).run()).isEqualTo(run);
        assertThat(calls.get(0).input()).isEqualTo("in".getBytes(UTF_8));
        assertThat(calls.get(0).context().deadline())
                .isEqualTo(time.clock().instant().plus(TIMEOUT));
    }

    @Test
    @DisplayName("a signal wakes a run that waits for it, with its payload")
    final void delivers() {
        KitHost host = host("a", KitFlow.SIGNAL, "b");
        RunId run = host.start("todo", "");
        KitHost.eventually("it waits", () -> host.observed().contains("DONE a -> WAIT"));
        host.engine().signal(run, "approve", "yes".getBytes(UTF_8));
        assertThat(host.end(run)).isEqualTo("a[approve yes]b");
    }

    @Test
    @DisplayName("a signal that comes while a step runs is delivered after it")
    final void deliversAfterTheStep() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        KitHost host = host("a", "b").step("a", call -> {
            begun.countDown();
            KitHost.eventually("the signal is sent", () -> told.getCount() == 0);
            return Effect.done("a".getBytes(UTF_8));
        });
        RunId run = host.start("todo", "");
        KitHost.eventually("the step runs", () -> begun.getCount() == 0);
        host.engine().signal(run, "hello", "you".getBytes(UTF_8));
        told.countDown();
        assertThat(host.end(run)).isEqualTo("a[hello you]b");
    }

    @Test
    @DisplayName("cancelling raises the cancellation of the running step and interrupts it")
    final void cancels() {
        AtomicBoolean requested = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        KitHost host = host("a", "b").step("a", call -> {
            begun.countDown();
            blockUntilInterrupted();
            requested.set(call.context().cancellation().requested());
            return Effect.done("a".getBytes(UTF_8));
        });
        RunId run = host.start("todo", "");
        KitHost.eventually("the step runs", () -> begun.getCount() == 0);
        host.engine().signal(run, ExecutionEngine.CANCEL, "{}".getBytes(UTF_8));
        assertThat(host.end(run)).isEqualTo("cancelled");
        assertThat(requested).isTrue();
        assertThat(host.calls()).doesNotContain("b of todo");
    }

    @Test
    @DisplayName("a run that has ended ignores signals and still tells its result")
    final void ignoresLateSignals() {
        KitHost host = host("a");
        RunId run = host.start("todo", "");
        assertThat(host.end(run)).isEqualTo("a");
        host.engine().signal(run, "late", new byte[0]);
        assertThat(host.end(run)).isEqualTo("a");
    }

    @Test
    @DisplayName("a second run of an application is refused as busy until the first has ended")
    final void runsOneAtATime() {
        KitHost host = host(KitFlow.SIGNAL);
        RunId run = host.start("todo", "");
        RunId second = new RunId(run.application(), KitCalls.key("second"));
        assertThatThrownBy(() -> host.engine().start(new RunRequest(second, RunKind.DEPLOY, new byte[0])))
                .asInstanceOf(InstanceOfAssertFactories.type(QuantumLayerException.class))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo("application.busy"));
        assertThat(host.engine().history(second)).isEmpty();
    }

    @Test
    @DisplayName("many runs go on side by side, and waiting ones need no thread of their own")
    final void runsMany() {
        KitHost host = host("a", KitFlow.SIGNAL, "b");
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            runs.add(host.start("app-" + i, i + ":"));
        }
        KitHost.eventually(
                "all wait",
                () -> host.observed().stream().filter("DONE a -> WAIT"::equals).count() == 500);
        runs.forEach(run -> host.engine().signal(run, "go", new byte[0]));
        for (int i = 0; i < 500; i++) {
            assertThat(host.end(runs.get(i))).isEqualTo(i + ":a[go ]b");
        }
    }

    @Test
    @DisplayName("closing suspends a run that waits; a new engine goes on with it")
    final void suspendsAndResumes() {
        KitHost first = host("a", KitFlow.SIGNAL, "b");
        RunId run = first.start("todo", "");
        KitHost.eventually("it waits", () -> first.observed().contains("DONE a -> WAIT"));
        var completion = first.engine().completion(run).toCompletableFuture();
        first.close();
        assertThat(completion).isCompletedExceptionally();
        assertThatThrownBy(completion::join).isInstanceOf(CancellationException.class);
        KitHost second = host("a", KitFlow.SIGNAL, "b");
        assertThat(journal.claim(second.owner(), time.clock().instant())).containsExactly(run);
        second.engine().resume(run);
        second.engine().resume(run);
        second.engine().signal(run, "go", new byte[0]);
        assertThat(second.end(run)).isEqualTo("a[go ]b");
        assertThat(second.calls()).containsExactly("b of todo");
    }

    @Test
    @DisplayName("closing interrupts a running step, which runs again after the resume")
    final void suspendsInsideAStep() {
        CountDownLatch begun = new CountDownLatch(1);
        KitHost first = host("a", "b").step("a", call -> {
            begun.countDown();
            blockUntilInterrupted();
            return Effect.failed(Failure.of(ErrorType.UNKNOWN, "kit", "interrupted"));
        });
        RunId run = first.start("todo", "");
        KitHost.eventually("the step runs", () -> begun.getCount() == 0);
        first.close();
        KitHost second = host("a", "b");
        journal.claim(second.owner(), time.clock().instant());
        second.engine().resume(run);
        assertThat(second.end(run)).isEqualTo("ab");
    }

    @Test
    @DisplayName("abandoned runs write nothing more and tell that the host lost them")
    final void abandons() {
        KitHost host = host("a", KitFlow.SIGNAL);
        RunId run = host.start("todo", "");
        KitHost.eventually("it waits", () -> host.observed().contains("DONE a -> WAIT"));
        var completion = host.engine().completion(run).toCompletableFuture();
        host.engine().abandon();
        KitHost.eventually("it is over", completion::isDone);
        assertThatThrownBy(completion::join)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(QuantumLayerException.class))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo("journal.fenced"));
        assertThat(host.engine().history(run)).hasSize(2);
    }

    private static boolean blockUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
