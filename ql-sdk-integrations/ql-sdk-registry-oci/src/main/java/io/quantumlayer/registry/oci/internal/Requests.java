package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends requests: where to, with whose authority, until when. */
public final class Requests {
    private static final int MAX_ERROR_BYTES = 8 * 1024;
    private static final int MAX_SAID = 300;

    private final OkHttpClient client;
    private final Scheme scheme;
    private final Tokens tokens;

    /** Speaks so to registries, with these credentials. */
    public Requests(Scheme scheme, Credentials credentials) {
        this.client = new OkHttpClient.Builder()
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .build();
        this.scheme = scheme;
        this.tokens = new Tokens(this, scheme, credentials);
    }

    /** Returns the address of a path below a repository. */
    HttpUrl url(ImageReference repository, String path) {
        return parse(scheme.base(repository.registry()) + "/v2/" + repository.repository() + path);
    }

    /** Resolves an address that a registry gave; it may not leave HTTPS unless the registry itself is spoken to so. */
    HttpUrl resolve(ImageReference repository, HttpUrl base, String given) {
        HttpUrl url = base.resolve(given);
        if (url == null || (!url.isHttps() && !scheme.isPlain(repository.registry()))) {
            throw Failures.answer("The registry " + repository.registry() + " gave an address that cannot be used.");
        }
        return url;
    }

    static HttpUrl parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw Failures.answer("'" + url + "' is no address.");
        }
        return parsed;
    }

    /** Sends a request with the authority that actions need, learning it from a challenge where needed. */
    Response send(CallContext context, ImageReference repository, String actions, Request request) {
        String scope = "repository:" + repository.repository() + ":" + actions;
        Optional<String> known = tokens.known(context, repository.registry(), scope);
        Response answer = execute(context, authorized(request, known.orElse(null)));
        if (answer.code() != 401) {
            return answer;
        }
        String challenge = String.join(", ", answer.headers("WWW-Authenticate"));
        answer.close();
        Optional<String> fresh = tokens.fetch(context, repository.registry(), scope, challenge);
        return execute(context, authorized(request, fresh.orElse(null)));
    }

    private static Request authorized(Request request, @Nullable String authority) {
        return authority == null
                ? request
                : request.newBuilder().header("Authorization", authority).build();
    }

    /** Sends a request as it is. */
    Response execute(CallContext context, Request request) {
        Duration left = context.remaining();
        if (left.isZero()) {
            throw Failures.late(what(request));
        }
        Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, left.toMillis()), java.util.concurrent.TimeUnit.MILLISECONDS);
        try {
            return call.execute();
        } catch (IOException e) {
            throw Failures.network(e, what(request));
        }
    }

    /** Says what a request was about, without its query. */
    static String what(Request request) {
        HttpUrl url = request.url();
        return request.method() + " " + url.host() + ":" + url.port() + url.encodedPath();
    }

    /** Reads a bounded body. */
    static byte[] body(Response answer, int maxBytes) {
        try {
            byte[] content = answer.body().byteStream().readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw Failures.answer(what(answer.request()) + " gave more than " + maxBytes + " bytes.");
            }
            return content;
        } catch (IOException e) {
            throw Failures.network(e, what(answer.request()));
        }
    }

    /** Turns an answer nobody wanted into an exception with the beginning of what it says. */
    static io.quantumlayer.api.error.QuantumLayerException refused(Response answer) {
        String said;
        try {
            said = new String(
                    answer.body().byteStream().readNBytes(MAX_ERROR_BYTES), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            said = "";
        }
        String line = said.replaceAll("\\p{Cntrl}", " ").trim();
        return Failures.of(answer, what(answer.request()), line.substring(0, Math.min(MAX_SAID, line.length())));
    }
}
