package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks a real address with the JDK client over a fresh connection, to see what a caller sees. Thread-safe. */
public final class FreshProber implements Prober {
    private static final int LIMIT_MILLIS = 5_000;

    /** Creates a prober; it holds nothing. */
    public FreshProber() {}

    @Override
    public Effect<ProbeAnswer> get(CallContext context, URI address, Map<String, String> headers) {
        long begun = System.nanoTime();
        try {
            HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
            call.setConnectTimeout(LIMIT_MILLIS);
            call.setReadTimeout(LIMIT_MILLIS);
            call.setRequestProperty("Connection", "close");
            headers.forEach(call::setRequestProperty);
            int status = call.getResponseCode();
            call.disconnect();
            Duration latency = Duration.ofNanos(System.nanoTime() - begun);
            return Effect.done(new ProbeAnswer(status, Digest.of(Integer.toString(status)), latency));
        } catch (IOException e) {
            return Effect.failed(Failure.of(ErrorType.NETWORK, "probe.refused", e.toString()));
        }
    }
}
