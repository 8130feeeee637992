package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Makes the calls of a kit as core would: with keys and deadlines, asking again while an answer is pending. */
final class KitCalls {
    static final ApplicationId APPLICATION = new ApplicationId("kit", "contract");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofMillis(50);

    private final KitTime time;

    KitCalls(KitTime time) {
        this.time = time;
    }

    CallContext call(String key) {
        return call(APPLICATION, key);
    }

    CallContext call(Duration limit) {
        Instant deadline = time.clock().instant().plus(limit);
        return CallContext.of(new RunId(APPLICATION, key("run")), key("limited"), deadline, time.clock());
    }

    CallContext call(ApplicationId application, String key) {
        Instant deadline = time.clock().instant().plus(LIMIT);
        return CallContext.of(new RunId(application, key("run")), key(key), deadline, time.clock());
    }

    static String key(String text) {
        return Digest.of(text).hex().substring(0, 26);
    }

    /** Asks until the answer is no longer pending. */
    <T> Effect<T> settled(Supplier<Effect<T>> ask) {
        Instant end = time.clock().instant().plus(PATIENCE);
        Effect<T> answer = ask.get();
        while (answer.kind() == Effect.Kind.PENDING) {
            assertThat(time.clock().instant())
                    .as("an answer that is no longer pending by then")
                    .isBefore(end);
            time.pass(answer.checkAfter().compareTo(SOON) > 0 ? answer.checkAfter() : SOON);
            answer = ask.get();
        }
        return answer;
    }

    /** Asks until it is done. */
    <T> T done(Supplier<Effect<T>> ask) {
        Effect<T> answer = settled(ask);
        assertThat(answer.kind()).as("%s", answer).isEqualTo(Effect.Kind.DONE);
        return answer.value().orElseThrow();
    }
}
