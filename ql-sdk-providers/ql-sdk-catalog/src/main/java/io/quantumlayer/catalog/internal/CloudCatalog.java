package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads every sheet at the first question and keeps what it read. Thread-safe. */
public final class CloudCatalog implements Catalog {
    private static final List<String> PROVIDERS = List.of("aws", "azure", "cloudflare", "gcp", "kubernetes", "vercel");

    private volatile @Nullable List<PricedOffering> read;

    /** Creates a catalogue that has read nothing yet. */
    public CloudCatalog() {}

    @Override
    public List<PricedOffering> offerings() {
        List<PricedOffering> offerings = read;
        if (offerings == null) {
            List<PricedOffering> all = new ArrayList<>();
            PROVIDERS.forEach(provider -> all.addAll(new Sheet(provider, text(provider)).offerings()));
            offerings = List.copyOf(all);
            read = offerings;
        }
        return offerings;
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
