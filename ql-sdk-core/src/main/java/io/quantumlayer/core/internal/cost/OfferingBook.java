package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every offering with a tariff: what the caller added, which wins, and what the catalogues hold. Catalogues are read at
 * the first question. Thread-safe.
 */
public final class OfferingBook {
    private final List<PricedOffering> added;
    private final List<Catalog> catalogs;
    private volatile @Nullable Pages read;

    private record Pages(Map<String, Rates> byId, List<Rates> all) {}

    /**
     * Creates a book.
     *
     * @param added what the caller added
     * @param catalogs the catalogues; of two offerings with one id the first catalogue's counts
     */
    public OfferingBook(List<PricedOffering> added, List<Catalog> catalogs) {
        this.added = List.copyOf(added);
        this.catalogs = List.copyOf(catalogs);
    }

    /**
     * Returns all offerings.
     *
     * @return in the order of their ids
     */
    public List<Rates> all() {
        return pages().all();
    }

    /**
     * Looks one up.
     *
     * @param id its id
     * @return the offering, or empty if nobody knows it
     */
    public Optional<Rates> find(String id) {
        return Optional.ofNullable(pages().byId().get(id));
    }

    private Pages pages() {
        Pages known = read;
        if (known == null) {
            known = collect();
            read = known;
        }
        return known;
    }

    private Pages collect() {
        List<PricedOffering> all = new ArrayList<>(added);
        catalogs.forEach(catalog -> all.addAll(catalog.offerings()));
        all.sort(Comparator.comparing(offering -> offering.offering().id()));
        Map<String, Rates> byId = new LinkedHashMap<>();
        Rates last = null;
        for (PricedOffering offering : all) {
            String id = offering.offering().id();
            if (!byId.containsKey(id)) {
                last = last == null ? new Rates(offering) : last.next(offering);
                byId.put(id, last);
            }
        }
        return new Pages(byId, List.copyOf(byId.values()));
    }
}
