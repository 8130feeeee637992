package io.quantumlayer.samples.customprovider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantumlayer.testkit.contract.KitOutage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Launchpad as a server: each release and each route answers on a port of its own. */
final class Launchpad implements KitOutage, AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpServer> releases = new ConcurrentHashMap<>();
    private final Map<String, HttpServer> routes = new ConcurrentHashMap<>();
    private final Map<String, String> targets = new ConcurrentHashMap<>();
    private final Map<String, String> labels = Collections.synchronizedMap(new LinkedHashMap<>());
    private final HttpServer control;
    private volatile boolean refusing;
    private volatile CountDownLatch open = new CountDownLatch(0);

    Launchpad() {
        control = listen();
        control.createContext("/", this::control);
    }

    String url() {
        return address(control);
    }

    int things() {
        return releases.size() + routes.size();
    }

    @Override
    public void refuse() {
        refusing = true;
    }

    @Override
    public void hang() {
        open = new CountDownLatch(1);
    }

    @Override
    public void end() {
        refusing = false;
        open.countDown();
    }

    private void control(HttpExchange exchange) throws IOException {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/", 5);
        String request = exchange.getRequestMethod() + " " + path[1] + (path.length > 3 ? "/" + path[3] : "");
        String name = path.length > 2 ? path[2] : "";
        if (refusing) {
            answer(exchange, 503, "");
            return;
        }
        switch (request) {
            case "GET ping", "PUT releases/files", "PUT releases/secrets" -> answer(exchange, 200, "");
            case "PUT releases" -> {
                labels.putIfAbsent(name, body);
                answer(exchange, 200, address(releases.computeIfAbsent(name, n -> site())));
            }
            case "GET releases" -> {
                if (name.isEmpty()) {
                    answer(exchange, 200, list());
                } else {
                    found(exchange, releases.get(name));
                }
            }
            case "GET releases/log" -> answer(exchange, 200, path[4].equals("0") ? "release " + name + " listens" : "");
            case "DELETE releases" -> {
                labels.remove(name);
                answer(exchange, stopped(releases.remove(name)), "");
            }
            case "PUT routes" -> answer(exchange, 200, route(name, body));
            case "GET routes" ->
                answer(exchange, targets.containsKey(name) ? 200 : 404, targets.getOrDefault(name, ""));
            case "DELETE routes" -> {
                targets.remove(name);
                answer(exchange, stopped(routes.remove(name)), "");
            }
            default -> answer(exchange, 400, request);
        }
    }

    private String list() {
        synchronized (labels) {
            return labels.entrySet().stream()
                    .map(label -> label.getKey() + " " + label.getValue())
                    .collect(Collectors.joining("\n"));
        }
    }

    private String route(String application, String target) {
        String address = address(routes.computeIfAbsent(application, a -> site()));
        targets.put(application, address + target.substring(target.indexOf(' ')));
        return address;
    }

    private HttpServer site() {
        HttpServer server = listen();
        server.createContext("/", exchange -> answer(exchange, 200, "up"));
        return server;
    }

    private HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static int stopped(HttpServer server) {
        if (server == null) {
            return 404;
        }
        server.stop(0);
        return 204;
    }

    private static void found(HttpExchange exchange, HttpServer server) throws IOException {
        answer(exchange, server == null ? 404 : 200, server == null ? "" : address(server));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        end();
        releases.values().forEach(server -> server.stop(0));
        routes.values().forEach(server -> server.stop(0));
        control.stop(0);
        threads.shutdownNow();
    }
}
