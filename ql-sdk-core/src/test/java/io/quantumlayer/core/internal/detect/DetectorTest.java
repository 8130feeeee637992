package io.quantumlayer.core.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Detection.Status;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.core.internal.guard.Classifier;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DetectorTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Classifier CLASSIFIER =
            (thrown, own) -> Failure.of(ErrorType.NETWORK, "net", "cannot reach it: " + thrown.getMessage());

    @Test
    void all_providers_are_asked_and_stand_in_their_order() {
        ProviderCalls ready = provider("b", context -> detection("b", Status.READY));
        ProviderCalls refusing = provider("a", context -> detection("a", Status.UNAVAILABLE));
        try (Detector detector = detector(ready, refusing)) {
            assertThat(detector.detect(context(Duration.ofSeconds(10))).detections())
                    .containsExactly(detection("b", Status.READY), detection("a", Status.UNAVAILABLE));
        }
    }

    @Test
    void all_providers_are_asked_at_once() {
        CountDownLatch allThere = new CountDownLatch(3);
        Function<String, ProviderCalls> waiting = id -> provider(id, context -> {
            allThere.countDown();
            return detection(id, await(allThere) ? Status.READY : Status.UNAVAILABLE);
        });
        try (Detector detector = detector(waiting.apply("a"), waiting.apply("b"), waiting.apply("c"))) {
            assertThat(detector.detect(context(Duration.ofSeconds(10))).ready()).hasSize(3);
        }
    }

    @Test
    void one_that_throws_or_answers_for_another_is_unknown_with_the_reason() {
        ProviderCalls broken = provider("broken", context -> {
            throw new IllegalStateException("no route");
        });
        ProviderCalls liar = provider("liar", context -> detection("local", Status.READY));
        try (Detector detector = detector(broken, liar)) {
            List<Detection> found =
                    detector.detect(context(Duration.ofSeconds(10))).detections();
            assertThat(found).extracting(Detection::providerId).containsExactly("broken", "liar");
            assertThat(found).extracting(Detection::status).containsOnly(Status.UNKNOWN);
            assertThat(found.get(0).message()).contains("cannot reach it: no route");
            assertThat(found.get(1).message()).contains("local");
        }
    }

    @Test
    void one_that_hangs_is_unknown_after_the_limit_and_holds_up_nobody() {
        AtomicReference<CallContext> seen = new AtomicReference<>();
        CountDownLatch released = new CountDownLatch(1);
        ProviderCalls hanging = provider("hanging", context -> {
            seen.set(context);
            boolean interrupted = !await(new CountDownLatch(1));
            assertThat(interrupted).isTrue();
            released.countDown();
            return detection("hanging", Status.READY);
        });
        ProviderCalls ready = provider("ready", context -> detection("ready", Status.READY));
        try (Detector detector = new Detector(new Providers(List.of(hanging, ready)), Duration.ofMillis(200))) {
            long start = System.nanoTime();
            List<Detection> found =
                    detector.detect(context(Duration.ofSeconds(10))).detections();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));
            assertThat(found).extracting(Detection::status).containsExactly(Status.UNKNOWN, Status.READY);
            assertThat(found.get(0).message()).contains("did not answer in time");
            assertThat(await(released)).as("interrupted").isTrue();
            assertThat(seen.get().cancellation().requested()).isTrue();
            assertThat(seen.get().remaining()).isLessThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void the_deadline_of_the_call_bounds_the_whole() {
        ProviderCalls hanging = provider("hanging", context -> {
            await(new CountDownLatch(1));
            return detection("hanging", Status.READY);
        });
        try (Detector detector = detector(hanging)) {
            long start = System.nanoTime();
            assertThat(detector.detect(context(Duration.ofMillis(50))).ready()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void that_one_is_ready_stands_for_five_seconds_and_for_one_tenant() {
        AtomicInteger asked = new AtomicInteger();
        ProviderCalls ready = provider("ready", context -> {
            asked.incrementAndGet();
            return detection("ready", Status.READY);
        });
        Instant start = CLOCK.instant();
        try (Detector detector = detector(ready)) {
            for (long second : List.of(0L, 1L, 4L)) {
                detector.detect(context("default", Clock.fixed(start.plusSeconds(second), ZoneOffset.UTC)));
            }
            assertThat(asked).hasValue(1);
            detector.detect(context("other", Clock.fixed(start, ZoneOffset.UTC)));
            assertThat(asked).hasValue(2);
            detector.detect(context("default", Clock.fixed(start.plusSeconds(5), ZoneOffset.UTC)));
            assertThat(asked).hasValue(3);
            detector.detect(context("default", Clock.fixed(start, ZoneOffset.UTC)));
            assertThat(asked).as("a clock that was set back").hasValue(4);
        }
    }

    @Test
    void whatever_else_one_answers_is_asked_for_again() {
        AtomicInteger asked = new AtomicInteger();
        ProviderCalls mending = provider(
                "mending",
                context -> detection("mending", asked.getAndIncrement() == 0 ? Status.UNAVAILABLE : Status.READY));
        try (Detector detector = detector(mending)) {
            assertThat(detector.detect(context(Duration.ofSeconds(10))).ready()).isEmpty();
            assertThat(detector.detect(context(Duration.ofSeconds(10))).ready()).hasSize(1);
        }
    }

    @Test
    void an_error_is_no_answer_and_goes_through() {
        ProviderCalls dying = provider("dying", context -> {
            throw new AssertionError("the process dies here");
        });
        try (Detector detector = detector(dying)) {
            assertThatThrownBy(() -> detector.detect(context(Duration.ofSeconds(10))))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("the process dies here");
        }
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays() {
        ProviderCalls hanging = provider("hanging", context -> {
            await(new CountDownLatch(1));
            return detection("hanging", Status.READY);
        });
        try (Detector detector = new Detector(new Providers(List.of(hanging)), Duration.ofSeconds(25))) {
            Thread.currentThread().interrupt();
            List<Detection> found =
                    detector.detect(context(Duration.ofSeconds(25))).detections();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(found.get(0).message()).contains("interrupted");
        }
    }

    @Test
    void leaves_no_thread_behind_and_asks_nobody_once_closed() {
        Detector detector = detector(provider("leaver", context -> detection("leaver", Status.READY)));
        assertThat(detector.detect(context(Duration.ofSeconds(10))).ready()).hasSize(1);
        detector.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ql-detect-leaver");
        assertThat(detector.detect(context(Duration.ofSeconds(10))).ready()).isEmpty();
    }

    private static Detector detector(ProviderCalls... providers) {
        return new Detector(new Providers(List.of(providers)));
    }

    private static ProviderCalls provider(String id, Function<CallContext, Detection> detect) {
        Provider provider = (Provider) Proxy.newProxyInstance(
                DetectorTest.class.getClassLoader(), new Class<?>[] {Provider.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "id" -> id;
                        case "detect" -> detect.apply((CallContext) arguments[0]);
                        case "errors" -> (ErrorClassifier) thrown -> Optional.empty();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
        return new ProviderCalls(provider, CLASSIFIER, 64, CLOCK);
    }

    private static Detection detection(String id, Status status) {
        return new Detection(id, status, id + " said so", Map.of());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static CallContext context(Duration left) {
        return context("default", CLOCK, left);
    }

    private static CallContext context(String tenant, Clock clock) {
        return context(tenant, clock, Duration.ofSeconds(10));
    }

    private static CallContext context(String tenant, Clock clock, Duration left) {
        RunId run = new RunId(new ApplicationId(tenant, "todo"), "r".repeat(26));
        return CallContext.of(run, "k".repeat(26), clock.instant().plus(left), clock);
    }
}
