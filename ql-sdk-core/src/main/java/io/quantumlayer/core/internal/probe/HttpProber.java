package io.quantumlayer.core.internal.probe;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.TraceParent;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.core.internal.guard.Classifier;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Probes over HTTP with a fresh connection each time. Thread-safe; an interrupt ends a probe at once. Its client waits
 * for the first probe, as many an instance only previews. Close it to end its threads; a probe after that fails.
 */
public final class HttpProber implements Prober, AutoCloseable {
    private final Classifier classifier;
    private final Optional<Trust> trust;
    private @Nullable ProbeClients clients;
    private boolean closed;

    /**
     * Creates a prober.
     *
     * @param classifier classifies why nothing was answered
     * @param trust whom it trusts over https; empty for the system's authorities
     */
    public HttpProber(Classifier classifier, Optional<Trust> trust) {
        this.classifier = classifier;
        this.trust = trust;
    }

    @Override
    public Effect<ProbeAnswer> get(CallContext context, URI address, Map<String, String> headers) {
        Duration left = context.remaining();
        if (left.isZero() || context.cancellation().requested()) {
            return failed(ErrorType.TIMEOUT, "probe.no-time", "no time was left to ask " + shown(address));
        }
        @Nullable HttpUrl url = HttpUrl.get(address);
        if (url == null) {
            return failed(
                    ErrorType.CONFIGURATION, "probe.address", shown(address) + " is no absolute http or https address");
        }
        Request request;
        try {
            request = request(url, context.trace(), headers);
        } catch (IllegalArgumentException e) {
            return failed(ErrorType.VALIDATION, "probe.header", "a header of the probe is malformed");
        }
        return answer(clients().of(url).newCall(request), left);
    }

    private Effect<ProbeAnswer> answer(Call call, Duration left) {
        CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
        call.enqueue(new AnswerReader(answer));
        try {
            return Effect.done(answer.get(left.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Effect.failed(classifier.classify(e, nobody -> Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Effect.failed(classifier.classify(e, nobody -> Optional.empty()));
        } finally {
            call.cancel();
        }
    }

    /** The client would ask for a compressed body and show the unpacked one: not what was on the wire. */
    private static Request request(HttpUrl url, TraceParent trace, Map<String, String> headers) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", "quantumlayer-probe")
                .header(TraceParent.HEADER, trace.toString())
                .header("Accept-Encoding", "identity")
                .header("Connection", "close");
        headers.forEach(request::header);
        return request.build();
    }

    /** An address may hold a login or a token in its query. */
    private static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static Effect<ProbeAnswer> failed(ErrorType type, String code, String message) {
        return Effect.failed(Failure.of(type, code, message));
    }

    private synchronized ProbeClients clients() {
        ProbeClients made = clients;
        if (made == null) {
            made = new ProbeClients(trust);
            clients = made;
        }
        if (closed) {
            made.close();
        }
        return made;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (clients != null) {
            clients.close();
        }
    }
}
