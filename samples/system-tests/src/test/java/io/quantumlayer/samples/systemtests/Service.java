package io.quantumlayer.samples.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A deployed service as its caller sees it. */
final class Service {
    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Service(URI address) {
        this.address = address;
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        HttpRequest request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, token).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    /** Asks the application's own command for a token. */
    static String token(Home home, long seconds) throws IOException, InterruptedException {
        Path jar = home.files("app.jar").stream()
                .filter(p -> p.toString().contains("releases"))
                .findFirst()
                .orElseThrow();
        Path key = home.files("auth-signing-key").stream()
                .filter(p -> p.toString().contains("/secrets/default/"))
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString(), "token"));
        command.addAll(List.of("alice", Long.toString(seconds)));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("AUTH_SIGNING_KEY_FILE", key.toString());
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (running.waitFor() != 0) {
            throw new IllegalStateException("no token: " + out);
        }
        return out;
    }
}
