package io.quantumlayer.blueprints.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A generated service that runs in a process of its own on a free port. */
final class RunningService implements AutoCloseable {
    private static final long MAX_STOP_SECONDS = 30;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI uri;
    private final Duration startUp;

    private RunningService(Process process, URI uri, Duration startUp) {
        this.process = process;
        this.uri = uri;
        this.startUp = startUp;
    }

    /** Returns when the service has printed that it is ready. */
    static RunningService start(Path jar, Path data, Map<String, String> environment) throws IOException {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put("PORT", "0");
        variables.put("DATA_DIR", data.toString());
        long begin = System.nanoTime();
        Process process = process(jar, variables);
        String ready = process.inputReader().readLine();
        if (ready == null) {
            throw new IOException("the service ended with status " + process.exitValue());
        }
        Duration startUp = Duration.ofNanos(System.nanoTime() - begin);
        return new RunningService(process, URI.create(ready.substring(ready.indexOf("http://"))), startUp);
    }

    /** Returns how long a JVM takes that does nothing but say what it is. */
    static Duration emptyJvm() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new ProcessBuilder(GeneratedProject.java(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Returns the first line that a command of the jar prints. */
    static String command(Path jar, Map<String, String> environment, String... arguments) throws IOException {
        String line = process(jar, environment, arguments).inputReader().readLine();
        return line == null ? "" : line;
    }

    private static Process process(Path jar, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GeneratedProject.java(), "-jar", jar.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("AUTH_SIGNING_KEY") || name.equals("HOST"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    URI uri() {
        return uri;
    }

    Duration startUp() {
        return startUp;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** Sends SIGTERM and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** Returns whether the process ended in time. */
    boolean awaitEnd() throws InterruptedException {
        return process.waitFor(MAX_STOP_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends it without a chance to finish anything. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
