package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks the fake world: a candidate address is served by its release, a public one by the release that has the traffic,
 * if it runs. {@link #SECURED} is refused whatever the token. Thread-safe.
 */
public final class FakeProber implements Prober {
    /** The path that wants a valid token, of which there is none. */
    public static final String SECURED = "/secured";

    private static final int UNAUTHORIZED = 401;
    private final FakeWorld world;

    /**
     * Creates a prober.
     *
     * @param world which world answers
     */
    public FakeProber(FakeWorld world) {
        this.world = Objects.requireNonNull(world, "world");
    }

    @Override
    public Effect<ProbeAnswer> get(CallContext context, URI address, Map<String, String> headers) {
        Instant now = context.clock().instant();
        return serving(address.getHost())
                .filter(release -> world.runs(release, now))
                .map(release -> Effect.done(answer(release, address.getPath())))
                .orElseGet(() -> Effect.failed(
                        Failure.of(ErrorType.NETWORK, "fake.refused", "nothing answers at " + address.getHost())));
    }

    private Optional<ReleaseId> serving(String host) {
        return FakeAddresses.release(host)
                .or(() -> FakeAddresses.application(host).flatMap(world::route).map(FakeWorld.Route::release));
    }

    private ProbeAnswer answer(ReleaseId release, String path) {
        int status = path.equals(SECURED) ? UNAUTHORIZED : world.answer(release);
        String schema = world.schema();
        Map<String, String> told = schema.isEmpty() ? Map.of() : Map.of("schema-version", schema);
        return new ProbeAnswer(status, Digest.of(release + path + status), Duration.ofMillis(1), told);
    }
}
