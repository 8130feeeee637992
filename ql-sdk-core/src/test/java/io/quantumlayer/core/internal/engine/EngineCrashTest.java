package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Cancellation;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCrashTest {
    private static final RunId RUN = Bench.run(1);

    private final MemoryJournal stored = new MemoryJournal();
    private final FailingJournal journal = new FailingJournal(stored);
    private final Bench bench = new Bench(new ManualTime(), journal);

    @AfterEach
    void close() {
        bench.close();
    }

    private Throwable failure() {
        CompletableFuture<byte[]> completion = bench.engine().completion(RUN).toCompletableFuture();
        try {
            return new AssertionError("ended with " + Bench.text(completion.get(10, TimeUnit.SECONDS)));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void dropsARunWhoseStepThrowsAnErrorAndWritesNothingMore() throws Exception {
        Error crash = new Error("killed");
        bench.steps = call -> {
            if (call.step().equals("b") && bench.called.size() == 2) {
                bench.engine().signal(RUN, "lost", new byte[0]);
                throw crash;
            }
            return Effect.done(call.input());
        };

        bench.start(RUN, "x");

        assertThat(failure()).isSameAs(crash);
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a");
        assertThat(stored.find(RUN).map(RunHeader::ended)).contains(false);

        bench.engine().resume(RUN);
        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.called).containsExactly("a", "b", "b", "c");
    }

    @Test
    void treatsAFailedAssertionAndAnEndlessRecursionAsAnyOtherError() {
        bench.steps = call -> {
            throw new AssertionError("broken");
        };

        bench.start(RUN, "x");

        assertThat(failure()).isInstanceOf(AssertionError.class).hasMessage("broken");
        assertThat(bench.history(RUN)).containsExactly("STARTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void diesWithTheJournalAtAnyAppendBeforeTheCommitAndGoesOnLater(int append) throws Exception {
        Error crash = new Error("killed");
        journal.failAt(append, () -> {
            throw crash;
        });

        bench.start(RUN, "x");

        assertThat(failure()).isSameAs(crash);
        assertThat(bench.history(RUN)).hasSize(append);
        assertThat(bench.seen).hasSize(append);
        assertThat(bench.called).hasSize(append);

        bench.engine().resume(RUN);
        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.called).hasSize(4);
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a", "DONE b", "DONE c");
    }

    @Test
    void givesARunUpThatWasTakenOver() throws Exception {
        bench.steps = call -> {
            if (call.step().equals("b")) {
                Owner other = stored.register("other", Duration.ofSeconds(15), bench.time.now());
                stored.release(bench.owner());
                assertThat(stored.claim(other, bench.time.now())).containsExactly(RUN);
            }
            return Effect.done(call.input());
        };

        bench.start(RUN, "x");

        assertThat(failure())
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("journal.fenced"));
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a");
        assertThat(bench.called).containsExactly("a", "b");
    }

    @Test
    void suspendsARunThatTheJournalCannotStoreUntilItCanAgain() throws Exception {
        QuantumLayerException unavailable =
                new QuantumLayerException(Failure.of(ErrorType.DEPENDENCY, "journal.unavailable", "the disk is full"));
        journal.failAt(2, () -> CompletableFuture.failedFuture(unavailable));

        bench.start(RUN, "x");

        assertThat(failure()).isSameAs(unavailable);
        bench.engine().resume(RUN);
        assertThat(bench.await(RUN)).isEqualTo("x");
    }

    @Test
    void stopsARunWhoseFlowFailsBeforeItStoresTheEventTheFlowCannotTake() {
        IllegalStateException defect = new IllegalStateException("no such transition");
        bench.flow = new Flow<String>() {
            @Override
            public String initial() {
                return "";
            }

            @Override
            public Transition<String> next(String state, FlowEvent event) {
                if (event.kind() == FlowEvent.Kind.DONE) {
                    throw defect;
                }
                return new Transition<>(state, FlowCommand.run("a", 1, new byte[0], Duration.ofSeconds(1)));
            }
        };

        bench.start(RUN, "x");

        assertThat(failure()).isSameAs(defect);
        assertThat(bench.history(RUN)).containsExactly("STARTED");
    }

    @Test
    void startsNothingThatTheJournalDidNotTake() {
        stored.close();

        assertThatThrownBy(() -> bench.start(RUN, "x"))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("journal.unavailable"));
        assertThat(bench.called).isEmpty();
        assertThat(bench.history(RUN)).isEmpty();
    }

    @Test
    void abandonsAllRunsWhenTheLeaseIsLost() throws Exception {
        CompletableFuture<Cancellation> token = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        bench.flow = LineFlow.of("a");
        bench.steps = call -> {
            token.complete(call.context().cancellation());
            try {
                new CompletableFuture<Void>().get();
            } catch (InterruptedException | ExecutionException e) {
                interrupted.complete(true);
            }
            return Effect.done(call.input());
        };
        bench.start(RUN, "x");
        Cancellation cancellation = token.get(10, TimeUnit.SECONDS);

        bench.engine().abandon();

        assertThat(cancellation.requested()).isTrue();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failure())
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("journal.fenced"));
        assertThatThrownBy(() -> bench.start(Bench.run(2), "x"))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("journal.fenced"));
        bench.close();
        assertThat(stored.read(RUN)).hasSize(1);
    }

    private static final class FailingJournal extends JournalProxy {
        private final List<RunId> appends = new ArrayList<>();
        private int failing;
        private Supplier<CompletionStage<Void>> how = () -> {
            throw new IllegalStateException("never");
        };

        FailingJournal(MemoryJournal behind) {
            super(behind);
        }

        void failAt(int number, Supplier<CompletionStage<Void>> failure) {
            failing = number;
            how = failure;
        }

        @Override
        public CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) {
            appends.add(run);
            return appends.size() == failing ? how.get() : super.append(owner, run, records, ends);
        }
    }
}
