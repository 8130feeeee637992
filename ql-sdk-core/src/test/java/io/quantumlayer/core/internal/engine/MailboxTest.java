package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final WorkerPool pool = new WorkerPool(4);
    private final Mailbox mailbox = new Mailbox(pool);

    @AfterEach
    void close() {
        pool.close(Duration.ofSeconds(10));
    }

    @Test
    void handlesOneMessageAtATimeAndKeepsTheOrderOfEachSender() throws Exception {
        int senders = 8;
        int each = 2_000;
        List<int[]> handled = new ArrayList<>();
        AtomicBoolean inside = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(senders * each);
        List<Thread> threads = new ArrayList<>();
        for (int s = 0; s < senders; s++) {
            int sender = s;
            threads.add(new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    int number = i;
                    mailbox.post(() -> {
                        overlaps.addAndGet(inside.getAndSet(true) ? 1 : 0);
                        handled.add(new int[] {sender, number});
                        inside.set(false);
                        all.countDown();
                        return null;
                    });
                }
            }));
        }
        threads.forEach(Thread::start);

        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
        int[] next = new int[senders];
        for (int[] entry : handled) {
            assertThat(entry[1]).isEqualTo(next[entry[0]]++);
        }
    }

    @Test
    void staysFreeWhileTheWorkOfAMessageGoesOn() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch result = new CountDownLatch(1);
        mailbox.post(() -> () -> {
            await(release);
            return () -> {
                result.countDown();
                return null;
            };
        });

        mailbox.post(() -> {
            other.countDown();
            return null;
        });

        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(result.getCount()).isEqualTo(1);
        release.countDown();
        assertThat(result.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesALongChainOfWorkWithoutGrowingTheStack() throws Exception {
        CountDownLatch left = new CountDownLatch(100_000);
        class Link implements Mailbox.Message {
            @Override
            public Mailbox.Work handle() {
                left.countDown();
                return left.getCount() == 0 ? null : () -> this;
            }
        }

        mailbox.post(new Link());

        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
