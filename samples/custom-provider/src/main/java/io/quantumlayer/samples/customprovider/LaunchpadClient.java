package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.secrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks Launchpad, each time within the deadline of the call; any answer but the expected ones is thrown. */
final class LaunchpadClient {
    private static final int NOT_FOUND = 404;
    private static final int SUCCESS = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final ExtensionContext lent;

    LaunchpadClient(ExtensionContext lent) {
        this.url = URI.create(lent.settings().getOrDefault("url", ""));
        this.lent = lent;
    }

    /** Returns what is there, or empty only if Launchpad says that it is not. */
    Optional<String> get(CallContext context, String path) {
        HttpResponse<String> answer = send(context, "GET", path, BodyPublishers.noBody());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(checked(answer));
    }

    String put(CallContext context, String path, String text) {
        return checked(send(context, "PUT", path, BodyPublishers.ofString(text)));
    }

    void delete(CallContext context, String path) {
        HttpResponse<String> answer = send(context, "DELETE", path, BodyPublishers.noBody());
        if (answer.statusCode() != NOT_FOUND) {
            checked(answer);
        }
    }

    /** Makes a release, or finds it made, and then starts it with the files of its artifact. */
    void upload(CallContext context, String path, ReleaseSpec spec) {
        String owner = spec.application().tenant() + " " + spec.application().name();
        put(context, path, owner + " " + context.idempotencyKey());
        spec.workload().secrets().forEach((name, reference) -> {
            try (Secret secret = lent.secrets().resolve(context, reference)) {
                secret.reveal(value -> put(context, path + "/secrets/" + name, value));
            }
        });
        Path folder = lent.artifacts().open(spec.workload().artifact());
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String target =
                        path + "/files/" + folder.relativize(file).toString().replace('\\', '/');
                checked(send(context, "PUT", target, BodyPublishers.ofFile(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(CallContext context, String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(context.remaining().plusMillis(1))
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Launchpad was asked", e);
        }
    }

    private static String checked(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != SUCCESS) {
            throw new LaunchpadErrors.Refused(
                    answer.request().method() + " " + answer.uri().getPath(), answer.statusCode());
        }
        return answer.body();
    }
}
