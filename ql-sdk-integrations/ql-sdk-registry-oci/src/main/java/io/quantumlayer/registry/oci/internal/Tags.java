package io.quantumlayer.registry.oci.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Lists tags, page by page. */
public final class Tags {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_PAGES = 1_000;

    private final Requests requests;

    /** Sends through these. */
    public Tags(Requests requests) {
        this.requests = requests;
    }

    /** Lists all tags of a repository. */
    public List<String> list(CallContext context, ImageReference repository) {
        List<String> tags = new ArrayList<>();
        Set<HttpUrl> read = new HashSet<>();
        Optional<HttpUrl> next = Optional.of(requests.url(repository, "/tags/list"));
        for (int page = 0; next.filter(read::add).isPresent() && page < MAX_PAGES; page++) {
            Request request = new Request.Builder().url(next.get()).build();
            try (Response answer = requests.send(context, repository, "pull", request)) {
                if (answer.code() == 404 && page == 0) {
                    return List.of();
                }
                if (!answer.isSuccessful()) {
                    throw Requests.refused(answer);
                }
                JsonNode json = Json.object(Requests.body(answer, MAX_BYTES))
                        .orElseThrow(() -> Failures.answer("The list of tags is no JSON."));
                json.path("tags").forEach(tag -> tags.add(tag.asText()));
                next = Links.next(requests, repository, answer);
            }
        }
        if (next.isPresent()) {
            throw Failures.answer("The list of tags of " + repository.name()
                    + " does not end: a page leads back, or there are more than " + MAX_PAGES + ".");
        }
        return List.copyOf(tags);
    }
}
