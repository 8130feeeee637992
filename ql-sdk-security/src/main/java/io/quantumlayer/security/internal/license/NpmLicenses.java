package io.quantumlayer.security.internal.license;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.security.inventory.FoundPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lock files of npm and the packages in {@code node_modules} beside them say. */
final class NpmLicenses implements LicenseSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MODULES = "node_modules/";
    private static final int LOCK = 32 << 20;

    private final Path root;
    private final Map<String, Map<String, LicenseExpression>> locks = new HashMap<>();

    NpmLicenses(Path root) {
        this.root = root;
    }

    @Override
    public Optional<LicenseExpression> of(FoundPackage found) {
        String path = found.location().path();
        LicenseExpression locked = locks.computeIfAbsent(path, this::lock).get(key(found.name(), found.version()));
        return locked != null ? Optional.of(locked) : installed(path, found);
    }

    private static String key(String name, String version) {
        return name + "@" + version;
    }

    private Map<String, LicenseExpression> lock(String path) {
        Map<String, LicenseExpression> stated = new HashMap<>();
        if (!path.endsWith(".json")) {
            return stated;
        }
        JsonNode packages = json(path, LOCK).path("packages");
        for (Map.Entry<String, JsonNode> entry : packages.properties()) {
            int modules = entry.getKey().lastIndexOf(MODULES);
            if (modules >= 0) {
                JsonNode each = entry.getValue();
                String name = each.path("name").asText(entry.getKey().substring(modules + MODULES.length()));
                String key = key(name, each.path("version").asText());
                stated(each).ifPresent(license -> stated.putIfAbsent(key, license));
            }
        }
        return stated;
    }

    private Optional<LicenseExpression> installed(String path, FoundPackage found) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        boolean itself = path.endsWith("/package.json");
        String file = itself ? path : folder + MODULES + found.name() + "/package.json";
        JsonNode described = json(file, Reading.SMALL);
        return described.path("version").asText().equals(found.version()) ? stated(described) : Optional.empty();
    }

    private JsonNode json(String path, int largest) {
        try {
            JsonNode read = JSON.readTree(Reading.text(root, path, largest).orElse("{}"));
            return read == null ? JSON.createObjectNode() : read;
        } catch (JsonProcessingException malformed) {
            return JSON.createObjectNode();
        }
    }

    /** One licence, or an old list of them, of which one may be chosen; one that is not certain makes all uncertain. */
    private static Optional<LicenseExpression> stated(JsonNode described) {
        List<JsonNode> all = new ArrayList<>();
        for (String field : List.of("license", "licenses")) {
            JsonNode node = described.path(field);
            if (node.isArray()) {
                node.forEach(all::add);
            } else if (!node.isMissingNode()) {
                all.add(node);
            }
        }
        List<LicenseExpression> known = new ArrayList<>();
        for (JsonNode each : all) {
            LicenseNames.meaning(each.isObject() ? each.path("type").asText() : each.asText())
                    .ifPresent(known::add);
        }
        return known.isEmpty() || known.size() < all.size()
                ? Optional.empty()
                : Optional.of(LicenseExpression.any(known));
    }
}
