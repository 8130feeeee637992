package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.security.inventory.FoundPackage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** The OSV API: one query of a thousand packages at a time, then each advisory it names. */
final class OsvApi implements AdvisorySource {
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final int BATCH = 1000;
    private static final int MOST_PAGES = 100;
    private static final int LARGEST = 32 << 20;
    private static final Duration ATTEMPT = Duration.ofSeconds(20);

    private final HttpUrl base;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .callTimeout(ATTEMPT)
            .followRedirects(false)
            .build();

    OsvApi(HttpUrl base) {
        this.base = base;
    }

    @Override
    public List<Advisory> about(CallContext context, List<FoundPackage> packages) {
        Set<String> ids = new LinkedHashSet<>();
        for (int from = 0; from < packages.size(); from += BATCH) {
            ids.addAll(ids(context, packages.subList(from, Math.min(packages.size(), from + BATCH))));
        }
        List<Advisory> advisories = new ArrayList<>();
        for (String id : ids) {
            Answering.check(context);
            JsonNode json = call(new Request.Builder().url(url("vulns", id)).build());
            if (!json.path("id").asText().equals(id)) {
                throw refused(ErrorType.DEPENDENCY, "wrong", "it answered with another advisory than " + id);
            }
            if (!Advisory.withdrawn(json)) {
                advisories.add(Advisory.of(json));
            }
        }
        return advisories;
    }

    private Set<String> ids(CallContext context, List<FoundPackage> packages) {
        Set<String> ids = new LinkedHashSet<>();
        ArrayNode open = JSON.createArrayNode();
        packages.forEach(p -> query(open.addObject(), p));
        for (int page = 0; !open.isEmpty(); page++) {
            Answering.check(context);
            if (page == MOST_PAGES) {
                throw refused(ErrorType.DEPENDENCY, "endless", "it does not come to an end of its answers");
            }
            JsonNode results = results(open);
            ArrayNode next = JSON.createArrayNode();
            for (int i = 0; i < results.size(); i++) {
                results.get(i).path("vulns").forEach(v -> ids.add(id(v)));
                String token = results.get(i).path("next_page_token").asText();
                if (!token.isEmpty()) {
                    next.add(((ObjectNode) open.get(i)).put("page_token", token));
                }
            }
            open.removeAll();
            open.addAll(next);
        }
        return ids;
    }

    private JsonNode results(ArrayNode queries) {
        ObjectNode body = JSON.createObjectNode();
        body.set("queries", queries);
        JsonNode results = call(new Request.Builder()
                        .url(url("querybatch"))
                        .post(RequestBody.create(body.toString(), TYPE))
                        .build())
                .path("results");
        if (results.size() != queries.size()) {
            throw refused(
                    ErrorType.DEPENDENCY,
                    "wrong",
                    "it answered " + results.size() + " of " + queries.size() + " questions");
        }
        return results;
    }

    private static void query(ObjectNode query, FoundPackage found) {
        query.put("version", found.version())
                .putObject("package")
                .put("name", found.name())
                .put("ecosystem", found.ecosystem().osvName());
    }

    private static String id(JsonNode vulnerability) {
        String id = vulnerability.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw refused(ErrorType.DEPENDENCY, "wrong", "it named an advisory by no id");
        }
        return id;
    }

    private HttpUrl url(String... segments) {
        HttpUrl.Builder url = base.newBuilder().addPathSegment("v1");
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    private JsonNode call(Request request) {
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                ErrorType type = response.code() == 429 || response.code() >= 500
                        ? ErrorType.SERVICE_UNAVAILABLE
                        : ErrorType.DEPENDENCY;
                throw refused(type, "status", "it answered with status " + response.code());
            }
            BufferedSource source = response.body().source();
            if (source.request(LARGEST + 1L)) {
                throw refused(ErrorType.DEPENDENCY, "too-large", "its answer is larger than " + LARGEST + " bytes");
            }
            JsonNode json = JSON.readTree(source.readByteArray());
            if (json == null || !json.isObject()) {
                throw refused(ErrorType.DEPENDENCY, "wrong", "its answer is no JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw refused(ErrorType.DEPENDENCY, "wrong", "its answer is no JSON");
        } catch (IOException e) {
            throw refused(ErrorType.NETWORK, "unreachable", "it could not be reached: " + e.getMessage());
        }
    }

    private static QuantumLayerException refused(ErrorType type, String code, String message) {
        return new QuantumLayerException(
                Failure.of(type, "scanner.sca." + code, "the OSV API gave no answer to trust: " + message));
    }
}
