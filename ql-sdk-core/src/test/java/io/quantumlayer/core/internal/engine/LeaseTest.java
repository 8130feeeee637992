package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final ManualTime time = new ManualTime();
    private final MemoryJournal memory = new MemoryJournal();
    private final WatchedJournal journal = new WatchedJournal(memory);
    private final Lease lease = Lease.acquire(journal, "1.2.3", time);
    private final CompletableFuture<Boolean> lost = new CompletableFuture<>();
    private final AtomicInteger losses = new AtomicInteger();

    @AfterEach
    void close() {
        journal.release.countDown();
        lease.close();
    }

    private void keep() {
        lease.keep(() -> {
            losses.incrementAndGet();
            lost.complete(true);
        });
    }

    private String beat() throws InterruptedException {
        time.awaitTimer(Lease.BEAT);
        time.advance(Lease.BEAT);
        String thread = journal.renewals.poll(10, TimeUnit.SECONDS);
        while (journal.thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // Until the answer has arrived, and the thread waits for the next beat.
        }
        return thread;
    }

    private boolean isDeadFor(MemoryJournal shared) {
        return !shared.renew(lease.owner(), time.now());
    }

    @Test
    void registersTheHostForFifteenSeconds() {
        assertThat(lease.owner().name()).isEqualTo("1.2.3");
        assertThat(lease.owner().fence()).isPositive();
        assertThat(journal.length).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void renewsEveryFiveSecondsOnAThreadOfItsOwn() throws Exception {
        keep();

        for (int i = 0; i < 10; i++) {
            assertThat(beat()).isEqualTo("ql-lease");
        }
        assertThat(losses).hasValue(0);
        assertThat(journal.renewals).isEmpty();
    }

    @Test
    void tellsOnceThatTheHostWasDeclaredDead() throws Exception {
        keep();
        beat();
        memory.release(lease.owner());
        beat();

        assertThat(lost.get(10, TimeUnit.SECONDS)).isTrue();
        time.advance(Duration.ofMinutes(1));
        assertThat(losses).hasValue(1);
        assertThat(time.pending()).isZero();
    }

    @Test
    void outlivesAJournalThatFailsForLessThanTheLease() throws Exception {
        keep();
        journal.failing = true;
        beat();
        beat();
        journal.failing = false;
        beat();
        journal.failing = true;
        beat();
        beat();

        assertThat(losses).hasValue(0);
    }

    @Test
    void countsAsLostWhenTheJournalFailsForAWholeLease() throws Exception {
        keep();
        journal.failing = true;
        beat();
        beat();
        assertThat(losses).hasValue(0);
        beat();

        assertThat(lost.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(losses).hasValue(1);
    }

    @Test
    void countsAsLostWhenARenewalHangsForAWholeLease() throws Exception {
        keep();
        journal.hanging = true;
        assertThat(beat()).isEqualTo("ql-lease");
        time.advance(Lease.BEAT);
        assertThat(losses).hasValue(0);
        time.advance(Lease.BEAT);

        assertThat(lost.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(losses).hasValue(1);
    }

    @Test
    void givesTheLeaseUpOnCloseAndLeavesNeitherTimerNorThread() throws Exception {
        keep();
        beat();

        lease.close();
        lease.close();

        assertThat(isDeadFor(memory)).isTrue();
        assertThat(time.pending()).isZero();
        assertThat(losses).hasValue(0);
        journal.thread.join(10_000);
        assertThat(journal.thread.isAlive()).isFalse();
    }

    private static final class WatchedJournal extends JournalProxy {
        private final BlockingQueue<String> renewals = new LinkedBlockingQueue<>();
        private final CountDownLatch release = new CountDownLatch(1);
        private volatile Duration length = Duration.ZERO;
        private volatile boolean failing;
        private volatile boolean hanging;
        private volatile Thread thread;

        WatchedJournal(MemoryJournal behind) {
            super(behind);
        }

        @Override
        public Owner register(String name, Duration lease, Instant now) {
            length = lease;
            return super.register(name, lease, now);
        }

        @Override
        public boolean renew(Owner owner, Instant now) {
            thread = Thread.currentThread();
            renewals.add(thread.getName());
            if (hanging) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            if (failing) {
                throw new IllegalStateException("no journal");
            }
            return super.renew(owner, now);
        }
    }
}
