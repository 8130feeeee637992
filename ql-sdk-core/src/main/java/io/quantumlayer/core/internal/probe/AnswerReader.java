package io.quantumlayer.core.internal.probe;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads an answer up to its bound and hashes what it read. */
final class AnswerReader implements Callback {
    private static final int MAX_BODY = 64 * 1024;
    private static final int CHUNK = 8 * 1024;

    private final CompletableFuture<ProbeAnswer> answer;
    private final long start = System.nanoTime();

    AnswerReader(CompletableFuture<ProbeAnswer> answer) {
        this.answer = answer;
    }

    @Override
    public void onFailure(Call call, IOException e) {
        answer.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try {
            MessageDigest raw = Digest.sha256();
            raw.update(head(response));
            boolean whole = readBody(response.body().source(), raw);
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            Digest digest = new Digest(HexFormat.of().formatHex(raw.digest()));
            answer.complete(new ProbeAnswer(response.code(), digest, latency, headers(response)));
            if (whole) {
                response.close();
            } else {
                abandon(call, response.body().source());
            }
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
            call.cancel();
        }
    }

    /** Status and headers in one order, without the date: it differs between equal answers. */
    private static byte[] head(Response response) {
        Headers headers = response.headers();
        StringBuilder text = new StringBuilder("status " + response.code() + "\n");
        headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("date"))
                .distinct()
                .sorted()
                .forEach(name -> headers.values(name).stream()
                        .sorted()
                        .forEach(value ->
                                text.append(name).append(": ").append(value).append('\n')));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .forEach(header -> headers.put(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
        return headers;
    }

    private static boolean readBody(BufferedSource body, MessageDigest raw) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int total = 0;
        while (total < MAX_BODY) {
            int read = body.read(chunk, 0, Math.min(CHUNK, MAX_BODY - total));
            if (read < 0) {
                return true;
            }
            raw.update(chunk, 0, read);
            total += read;
        }
        return body.exhausted();
    }

    /**
     * Ends a body that is longer than its bound. Closing it would go on reading under a timeout, and so start a timer
     * thread; a cancelled call fails its next read instead, which gives the connection up as well.
     */
    private static void abandon(Call call, BufferedSource body) {
        call.cancel();
        try {
            body.skip(Long.MAX_VALUE);
        } catch (IOException expected) {
            // The end of a cancelled call; the answer is complete without the rest.
            return;
        }
    }
}
