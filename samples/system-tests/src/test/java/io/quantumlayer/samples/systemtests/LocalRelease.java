package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A release that runs on this machine until it is removed, placed as core does it. */
final class LocalRelease {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Provider provider;
    private final ReleaseSpec spec;
    private final List<Operation> operations;
    private final Map<String, String> attributes = new LinkedHashMap<>();

    private LocalRelease(Provider provider, ReleaseSpec spec) {
        this.provider = provider;
        this.spec = spec;
        this.operations = provider.plan(call(spec, "plan"), spec);
    }

    static LocalRelease place(Provider provider, ReleaseSpec spec) {
        LocalRelease release = new LocalRelease(provider, spec);
        for (Operation operation : release.operations) {
            CallContext call = call(spec, operation.resource());
            release.attributes.putAll(done(() -> provider.ensure(call, spec, operation)));
        }
        return release;
    }

    MonitoredRelease seen() {
        return new MonitoredRelease(spec.application(), spec.release(), provider.id(), attributes);
    }

    void remove() {
        List<Operation> backwards = new ArrayList<>(operations);
        Collections.reverse(backwards);
        for (Operation operation : backwards) {
            done(() -> provider.remove(call(spec, operation.resource()), operation));
        }
        done(() -> provider.switchOff(call(spec, "off"), spec));
        provider.close();
    }

    private static Map<String, String> done(Supplier<Effect<Map<String, String>>> ask) {
        Instant end = Instant.now().plus(LIMIT);
        Effect<Map<String, String>> answer = ask.get();
        while (answer.kind() == Effect.Kind.PENDING && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(answer.checkAfter().toNanos());
            answer = ask.get();
        }
        assertThat(answer.kind()).as(answer.toString()).isEqualTo(Effect.Kind.DONE);
        return answer.value().orElseThrow();
    }

    private static CallContext call(ReleaseSpec spec, String effect) {
        RunId run = new RunId(spec.application(), "0".repeat(26));
        String key = Digest.of(effect).hex().substring(0, 26);
        return CallContext.of(run, key, Instant.now().plus(LIMIT), Clock.systemUTC());
    }
}
