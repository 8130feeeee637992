package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a provider's sheet at the first question about it and keeps what it read. Thread-safe. */
public final class CloudCatalog implements Catalog {
    private static final Set<String> PROVIDERS = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("aws", "azure", "cloudflare", "gcp", "kubernetes", "vercel")));

    private final Map<String, List<PricedOffering>> read = new ConcurrentHashMap<>();

    /** Creates a catalogue that has read nothing yet. */
    public CloudCatalog() {}

    @Override
    public Set<String> providers() {
        return PROVIDERS;
    }

    @Override
    public List<PricedOffering> offerings(String provider) {
        if (!PROVIDERS.contains(provider)) {
            throw new IllegalArgumentException("This catalogue knows " + PROVIDERS + ", not '" + provider + "'");
        }
        return read.computeIfAbsent(provider, id -> List.copyOf(new Sheet(id, text(id)).offerings()));
    }

    static String text(String provider) {
        String name = "/io/quantumlayer/catalog/" + provider + ".tsv";
        try (InputStream in = Objects.requireNonNull(CloudCatalog.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The sheet " + name + " cannot be read", e);
        }
    }
}
