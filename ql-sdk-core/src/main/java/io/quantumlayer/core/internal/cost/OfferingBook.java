package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every offering with a tariff: what the caller added, which wins, and what the catalogues hold. A provider's offerings
 * are read at the first question about it. Thread-safe.
 */
public final class OfferingBook {
    private final Map<String, List<PricedOffering>> added;
    private final List<Catalog> catalogs;
    private final Map<String, Map<String, Rates>> pages = new ConcurrentHashMap<>();
    private volatile @Nullable List<Rates> all;

    /**
     * Creates a book.
     *
     * @param added what the caller added
     * @param catalogs the catalogues; of two offerings with one id the first catalogue's counts
     */
    public OfferingBook(List<PricedOffering> added, List<Catalog> catalogs) {
        this.added = added.stream()
                .collect(Collectors.groupingBy(priced -> priced.offering().provider()));
        this.catalogs = List.copyOf(catalogs);
    }

    /**
     * Tells whether there is no offering at all.
     *
     * @return false if a provider's are known, read or not
     */
    public boolean isEmpty() {
        return providers().isEmpty();
    }

    /**
     * Returns all offerings.
     *
     * @return in the order of their ids
     */
    public List<Rates> all() {
        List<Rates> known = all;
        if (known == null) {
            known = providers().stream()
                    .flatMap(provider -> page(provider).values().stream())
                    .sorted(Comparator.comparing(OfferingBook::id))
                    .toList();
            all = known;
        }
        return known;
    }

    /**
     * Looks one up, without reading what other providers offer.
     *
     * @param id its id
     * @return the offering, or empty if nobody knows it
     */
    public Optional<Rates> find(String id) {
        int end = id.indexOf('/');
        return end < 0
                ? Optional.empty()
                : Optional.ofNullable(page(id.substring(0, end)).get(id));
    }

    private Set<String> providers() {
        Set<String> all = new TreeSet<>(added.keySet());
        catalogs.forEach(catalog -> all.addAll(catalog.providers()));
        return all;
    }

    private Map<String, Rates> page(String provider) {
        Map<String, Rates> known = pages.get(provider);
        if (known != null) {
            return known;
        }
        boolean listed = added.containsKey(provider)
                || catalogs.stream().anyMatch(catalog -> catalog.providers().contains(provider));
        return listed ? pages.computeIfAbsent(provider, this::read) : Map.of();
    }

    private Map<String, Rates> read(String provider) {
        List<PricedOffering> offerings = new ArrayList<>(added.getOrDefault(provider, List.of()));
        catalogs.stream()
                .filter(catalog -> catalog.providers().contains(provider))
                .forEach(catalog -> offerings.addAll(catalog.offerings(provider)));
        offerings.sort(Comparator.comparing(priced -> priced.offering().id()));
        Map<String, Rates> byId = new LinkedHashMap<>();
        Rates last = null;
        for (PricedOffering offering : offerings) {
            String id = offering.offering().id();
            if (!byId.containsKey(id)) {
                last = last == null ? new Rates(offering) : last.next(offering);
                byId.put(id, last);
            }
        }
        return byId;
    }

    private static String id(Rates rates) {
        return rates.offering().offering().id();
    }
}
