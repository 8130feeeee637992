package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.security.inventory.FoundPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Advisories in a folder of JSON files, or in a zip of them, read anew for each scan and never kept whole. */
final class LocalAdvisories implements AdvisorySource {
    private static final int LARGEST = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;

    LocalAdvisories(Path data) {
        this.data = data;
    }

    @Override
    public List<Advisory> about(CallContext context, List<FoundPackage> packages) {
        Reading reading = new Reading(context, packages);
        try {
            if (Files.isDirectory(data)) {
                folder(reading);
            } else {
                zip(reading);
            }
        } catch (IOException e) {
            throw refused("unreadable", "the advisories at " + data + " could not be read: " + e.getMessage());
        }
        if (reading.seen == 0) {
            throw refused("empty", "there is no advisory at " + data + ", so nothing is known of any package");
        }
        return reading.advisories;
    }

    private void folder(Reading reading) throws IOException {
        try (Stream<Path> walk = Files.walk(data)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".json"))
                    .sorted()::iterator) {
                try (InputStream in = Files.newInputStream(file)) {
                    reading.take(data.relativize(file).toString(), in);
                }
            }
        }
    }

    private void zip(Reading reading) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(data))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                    reading.take(entry.getName(), zip);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry has no readable name", e);
        }
    }

    /** One pass over all advisories. */
    private static final class Reading {
        private final CallContext context;
        private final Set<String> names = new HashSet<>();
        private final List<Advisory> advisories = new ArrayList<>();
        private int seen;

        Reading(CallContext context, List<FoundPackage> packages) {
            this.context = context;
            packages.forEach(p -> names.add(Affected.key(p.ecosystem().osvName(), p.name())));
        }

        void take(String name, InputStream in) throws IOException {
            Answering.check(context);
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(name + " is larger than " + LARGEST + " bytes");
            }
            JsonNode json = JSON.readTree(bytes);
            if (json == null
                    || json.path("id").asText().isEmpty()
                    || json.path("modified").asText().isEmpty()) {
                throw new IOException(name + " is no advisory in the OSV format");
            }
            seen++;
            if (!Advisory.withdrawn(json) && wanted(json)) {
                advisories.add(Advisory.of(json));
            }
        }

        private boolean wanted(JsonNode json) {
            for (JsonNode affected : json.path("affected")) {
                JsonNode named = affected.path("package");
                String ecosystem = named.path("ecosystem").asText().split(":", 2)[0];
                if (names.contains(Affected.key(ecosystem, named.path("name").asText()))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.DEPENDENCY, "scanner.sca." + code, message));
    }
}
