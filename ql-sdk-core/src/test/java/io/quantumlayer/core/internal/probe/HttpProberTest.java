package io.quantumlayer.core.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.TraceParent;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.core.internal.error.Classification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {
    private static final int BOUND = 64 * 1024;

    private final HttpProber prober = new HttpProber(new Classification(UnaryOperator.identity()), Optional.empty());
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Map<String, List<String>>> seen = new AtomicReference<>(Map.of());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.createContext("/ok", exchange -> answer(exchange, 200, body(3, 'a')));
        server.createContext("/other", exchange -> answer(exchange, 200, body(3, 'b')));
        server.createContext("/down", exchange -> answer(exchange, 503, body(3, 'a')));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/ok");
            exchange.getResponseHeaders().add("Set-Cookie", "session=1");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/long", exchange -> answer(exchange, 200, body(8 * 1024 * 1024, 'a')));
        server.createContext("/bound", exchange -> answer(exchange, 200, body(BOUND, 'a')));
        server.start();
    }

    @AfterEach
    void stop() {
        prober.close();
        server.stop(0);
        serverThreads.shutdownNow();
    }

    @Test
    void gives_whatever_was_answered_without_following_it() {
        assertThat(get("/ok").value().orElseThrow().status()).isEqualTo(200);
        assertThat(get("/down").value().orElseThrow().status()).isEqualTo(503);
        assertThat(get("/moved").value().orElseThrow().status()).isEqualTo(302);
        assertThat(get("/none").value().orElseThrow().status()).isEqualTo(404);
        assertThat(get("/ok").value().orElseThrow().latency()).isPositive().isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void each_probe_has_a_connection_of_its_own_and_sends_no_cookie() {
        get("/moved");
        get("/moved");
        get("/ok");
        assertThat(clientPorts).hasSize(3);
        assertThat(seen.get()).doesNotContainKey("Cookie").containsEntry("Connection", List.of("close"));
    }

    @Test
    void sends_the_given_headers() {
        Map<String, String> headers = Map.of("Authorization", "Bearer wrong");
        prober.get(context(Duration.ofSeconds(10)), address("/ok"), headers);
        assertThat(seen.get()).containsEntry("Authorization", List.of("Bearer wrong"));
    }

    @Test
    void passes_the_trace_of_the_call_on() {
        TraceParent given = TraceParent.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        prober.get(context(Duration.ofSeconds(10)).tracedBy(given), address("/ok"), Map.of());
        assertThat(seen.get().get("Traceparent")).containsExactly(given.toString());

        CallContext minted = context(Duration.ofSeconds(10));
        prober.get(minted, address("/ok"), Map.of());
        assertThat(seen.get().get("Traceparent"))
                .containsExactly(
                        TraceParent.of(minted.run(), minted.idempotencyKey()).toString());
    }

    @Test
    void equal_answers_have_one_digest_whatever_their_date_and_others_another() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nDate: %s\r\nX-A: %s\r\nContent-Length: 2\r\n\r\n%s";
        Digest first = raw(answer.formatted("Sun, 06 Nov 1994 08:49:37 GMT", "1", "ok"));
        assertThat(raw(answer.formatted("Mon, 07 Nov 1994 08:49:37 GMT", "1", "ok")))
                .isEqualTo(first);
        assertThat(raw(answer.formatted("Sun, 06 Nov 1994 08:49:37 GMT", "2", "ok")))
                .isNotEqualTo(first);
        assertThat(raw(answer.formatted("Sun, 06 Nov 1994 08:49:37 GMT", "1", "no")))
                .isNotEqualTo(first);
        assertThat(raw(answer.formatted("Sun, 06 Nov 1994 08:49:37 GMT", "1", "ok")
                        .replace("200", "201")))
                .isNotEqualTo(first);
    }

    @Test
    void a_body_is_read_up_to_its_bound_only() {
        long start = System.nanoTime();
        assertThat(get("/long").value().orElseThrow().status()).isEqualTo(200);
        assertThat(get("/bound").value().orElseThrow().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_server_that_is_not_there_is_a_network_failure() {
        server.stop(0);
        assertThat(failure(get("/ok")).type()).isEqualTo(ErrorType.NETWORK);
    }

    @Test
    void a_server_that_hangs_is_a_timeout_at_the_deadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            Failure failure = failure(prober.get(context(Duration.ofMillis(200)), at(silent), Map.of()));
            assertThat(failure.type()).isEqualTo(ErrorType.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));
        }
    }

    @Test
    void a_server_that_hangs_up_is_a_network_failure() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> hangUp = CompletableFuture.runAsync(() -> accept(rude), serverThreads);
            Failure failure = failure(prober.get(context(Duration.ofSeconds(10)), at(rude), Map.of()));
            assertThat(failure.type()).isEqualTo(ErrorType.NETWORK);
            hangUp.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_interrupt_ends_a_probe_at_once_and_stays() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.currentThread().interrupt();
            Failure failure = failure(prober.get(context(Duration.ofSeconds(30)), at(silent), Map.of()));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.type()).isEqualTo(ErrorType.TIMEOUT);
        }
    }

    @Test
    void a_call_without_time_or_of_a_cancelled_run_asks_nobody() {
        assertThat(failure(prober.get(context(Duration.ZERO), address("/ok"), Map.of()))
                        .code())
                .isEqualTo("probe.no-time");
        CallContext cancelled = context(Duration.ofSeconds(10)).cancelledBy(() -> true);
        assertThat(failure(prober.get(cancelled, address("/ok"), Map.of())).code())
                .isEqualTo("probe.no-time");
        assertThat(clientPorts).isEmpty();
    }

    @Test
    void an_address_or_header_that_is_none_is_refused_without_showing_its_secrets() {
        CallContext context = context(Duration.ofSeconds(10));
        Failure address = failure(prober.get(context, URI.create("ftp://joe:pw1@host/x?t=pw2"), Map.of()));
        assertThat(address.type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(address.message()).contains("ftp://host").doesNotContain("pw1", "pw2");
        Failure header = failure(prober.get(context, address("/ok"), Map.of("Authorization", "pw3\n")));
        assertThat(header.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(header.message()).doesNotContain("pw3");
    }

    @Test
    void leaves_no_thread_behind_and_asks_nobody_once_closed() {
        HttpProber other = new HttpProber(new Classification(UnaryOperator.identity()), Optional.empty());
        for (String path : List.of("/ok", "/long", "/moved")) {
            assertThat(other.get(context(Duration.ofSeconds(10)), address(path), Map.of())
                            .value())
                    .isPresent();
        }
        other.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.matches("(OkHttp|Okio|ql-probe).*"));
        int asked = clientPorts.size();
        assertThat(other.get(context(Duration.ofSeconds(10)), address("/ok"), Map.of())
                        .failure())
                .isPresent();
        assertThat(clientPorts).hasSize(asked);
    }

    @Test
    void many_probes_of_one_host_run_at_once() throws Exception {
        int many = 40;
        CountDownLatch allThere = new CountDownLatch(many);
        server.createContext("/together", exchange -> {
            allThere.countDown();
            await(allThere);
            answer(exchange, 200, new byte[0]);
        });
        List<CompletableFuture<Effect<ProbeAnswer>>> probes = IntStream.range(0, many)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> get("/together"), serverThreads))
                .toList();
        for (CompletableFuture<Effect<ProbeAnswer>> probe : probes) {
            assertThat(probe.get(20, TimeUnit.SECONDS).value()).isPresent();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Digest raw(String answer) throws Exception {
        try (ServerSocket canned = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(canned, answer), serverThreads);
            Effect<ProbeAnswer> got = prober.get(context(Duration.ofSeconds(10)), at(canned), Map.of());
            served.get(10, TimeUnit.SECONDS);
            return got.value().orElseThrow().raw();
        }
    }

    private static void serve(ServerSocket server, String answer) {
        try (Socket accepted = server.accept();
                BufferedReader request = new BufferedReader(new InputStreamReader(accepted.getInputStream(), UTF_8))) {
            String line = request.readLine();
            while (!line.isEmpty()) {
                line = request.readLine();
            }
            accepted.getOutputStream().write(answer.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket server) {
        try (Socket accepted = server.accept()) {
            accepted.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        clientPorts.add(exchange.getRemoteAddress().getPort());
        seen.set(Map.copyOf(exchange.getRequestHeaders()));
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] body(int length, char letter) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) letter);
        return body;
    }

    private Effect<ProbeAnswer> get(String path) {
        return prober.get(context(Duration.ofSeconds(10)), address(path), Map.of());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static URI at(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private static Failure failure(Effect<ProbeAnswer> effect) {
        return effect.failure().orElseThrow();
    }

    private static CallContext context(Duration left) {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("default", "todo"), "r".repeat(26));
        return CallContext.of(run, "k".repeat(26), clock.instant().plus(left), clock);
    }
}
