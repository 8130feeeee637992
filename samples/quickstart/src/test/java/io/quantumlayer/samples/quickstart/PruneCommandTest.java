package io.quantumlayer.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantumlayer.api.evidence.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PruneCommandTest {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final Map<String, String> manifests = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final List<String> deleted = new ArrayList<>();
    private int deletion = 202;
    private HttpServer server;
    private String repository;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/acme/todo/", this::answer);
        server.start();
        repository = "127.0.0.1:" + server.getAddress().getPort() + "/acme/todo";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void deletesOldImagesAndSaysWhatStays() {
        String old = image("old", "2020-01-01T00:00:00Z");
        image("new", "2021-01-01T00:00:00Z");
        String running = image("running", "2019-01-01T00:00:00Z");
        String[] rule = {"images", "prune", repository, "--keep", "1", "--in-use", running};

        assertThat(said(ExitCode.DONE, append(rule, "--dry-run"))).contains("Would go", old + " old", ": in use");
        assertThat(deleted).isEmpty();
        assertThat(said(ExitCode.DONE, rule)).contains("Deleted", old + " old", ": newest", ": in use");
        assertThat(deleted).containsExactly(old);
    }

    @Test
    void endsRefusedWhereTheRegistryDoesNotDelete() {
        image("old", "2020-01-01T00:00:00Z");
        image("new", "2021-01-01T00:00:00Z");
        deletion = 405;

        assertThat(said(ExitCode.REFUSED, "images", "prune", repository, "--keep", "1"))
                .contains("Refused", "allow deletion");
    }

    @Test
    void refusesARuleThatKeepsNothing() {
        assertThat(QlMain.run("images", "prune", repository, "--keep", "0")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(QlMain.run("images", "prune", repository)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(QlMain.run("images")).isEqualTo(ExitCode.BAD_INPUT);
    }

    private String image(String tag, String created) {
        String manifest = "{\"layers\":[],\"annotations\":{\"org.opencontainers.image.created\":\"" + created + "\"}}";
        String digest = Digest.of(manifest).toString();
        manifests.put(digest, manifest);
        tags.put(tag, digest);
        return digest;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v2/acme/todo/".length());
        String name = path.substring(path.lastIndexOf('/') + 1);
        String digest = tags.getOrDefault(name, name);
        if (exchange.getRequestMethod().equals("DELETE")) {
            deleted.add(digest);
            send(exchange, deletion, "");
        } else if (path.equals("tags/list")) {
            send(exchange, 200, "{\"tags\":[\"" + String.join("\",\"", tags.keySet()) + "\"]}");
        } else if (path.startsWith("manifests/") && manifests.containsKey(digest)) {
            send(exchange, 200, manifests.get(digest));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", MANIFEST);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String[] append(String[] words, String word) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(word);
        return all.toArray(String[]::new);
    }

    private static String said(int code, String... words) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(QlMain.run(words)).isEqualTo(code);
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
