package io.quantumlayer.provider.local.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A small HTTP service that tells what it was given, and on demand dies or never listens. */
public final class SampleApp {
    private SampleApp() {}

    /** Behaves as {@code MODE} says: serve, die or silent. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> env = System.getenv();
        System.out.println("starting " + env.get("QL_RELEASE"));
        switch (env.getOrDefault("MODE", "serve")) {
            case "die" -> die(env);
            case "silent" -> new CountDownLatch(1).await();
            default -> serve(env);
        }
    }

    private static void die(Map<String, String> env) throws IOException {
        for (int i = 1; i <= 30; i++) {
            System.out.println("line " + i);
        }
        if (env.containsKey("TOKEN_FILE")) {
            System.out.println("cannot use " + Files.readString(Path.of(env.get("TOKEN_FILE"))));
        }
        System.exit(Integer.parseInt(env.getOrDefault("CODE", "3")));
    }

    private static void serve(Map<String, String> env) throws IOException {
        InetAddress host = InetAddress.getByName(env.get("HOST"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, Integer.parseInt(env.get("PORT"))), 0);
        Path data = Path.of(env.get("DATA_DIR")).resolve("notes");
        server.createContext("/health", exchange -> answer(exchange, "ok"));
        server.createContext("/release", exchange -> answer(exchange, env.get("QL_RELEASE")));
        server.createContext("/env", exchange -> answer(exchange, String.join("\n", assignments(env))));
        server.createContext(
                "/folder",
                exchange -> answer(exchange, Path.of("app.jar").toRealPath().toString()));
        server.createContext("/secret", exchange -> answer(exchange, Files.readString(Path.of(env.get("TOKEN_FILE")))));
        server.createContext(
                "/add",
                exchange -> answer(exchange, add(data, exchange.getRequestURI().getQuery())));
        server.createContext("/notes", exchange -> answer(exchange, Files.readString(data)));
        server.createContext("/print", exchange -> {
            System.out.println(exchange.getRequestURI().getQuery());
            answer(exchange, "printed");
        });
        server.start();
        System.out.println("listening");
    }

    private static Iterable<String> assignments(Map<String, String> env) {
        return env.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .sorted()
                .collect(Collectors.toList());
    }

    private static String add(Path data, String note) throws IOException {
        Files.writeString(data, note + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return "added";
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
