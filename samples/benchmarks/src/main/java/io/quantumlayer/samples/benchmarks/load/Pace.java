package io.quantumlayer.samples.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks one address at a fixed pace, whether the answers come or not: a slow server does not slow its callers down. What
 * cannot be sent because too many answers are outstanding counts as an error.
 */
final class Pace {
    private static final int OUTSTANDING = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Semaphore room = new Semaphore(OUTSTANDING);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final long[] nanos;

    private Pace(URI address, int requests) {
        this.request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
        this.nanos = new long[requests];
    }

    /**
     * What was seen.
     *
     * @param perSecond how many right answers came a second
     * @param errors how many requests had none
     * @param median the median time of a right answer
     * @param p99 the time that one answer in a hundred took or exceeded
     */
    record Seen(double perSecond, int errors, Duration median, Duration p99) {}

    static Seen of(URI address, int perSecond, int seconds) throws InterruptedException {
        return new Pace(address, perSecond * seconds).run(perSecond);
    }

    private Seen run(int perSecond) throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ask(due);
        }
        room.acquire(OUTSTANDING);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int right = answered.get();
        long[] times = Arrays.copyOf(nanos, right);
        Arrays.sort(times);
        Duration median = right == 0 ? LIMIT : Duration.ofNanos(times[right / 2]);
        Duration p99 = right == 0 ? LIMIT : Duration.ofNanos(times[right * 99 / 100]);
        return new Seen(right / seconds, errors.get(), median, p99);
    }

    private void ask(long due) {
        if (!room.tryAcquire()) {
            errors.incrementAndGet();
            return;
        }
        var unused = client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, error) -> {
            if (error == null && answer.statusCode() == 200) {
                nanos[answered.getAndIncrement()] = System.nanoTime() - due;
            } else {
                errors.incrementAndGet();
            }
            room.release();
        });
    }
}
