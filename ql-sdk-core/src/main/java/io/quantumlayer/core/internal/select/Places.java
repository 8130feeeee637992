package io.quantumlayer.core.internal.select;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what lies where. Names match whole or not at all: {@code us} is no part of {@code eastus}. */
final class Places {
    /** The member states of the European Union, as of 2026. */
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Map<String, Set<String>> GROUPS = Map.of("EU", EU, "EEA", eea());
    private static final Map<String, String> COMMON = Map.of("UK", "GB", "USA", "US");

    private Places() {}

    private static Set<String> eea() {
        Set<String> all = new HashSet<>(EU);
        all.addAll(Set.of("IS", "LI", "NO"));
        return Set.copyOf(all);
    }

    /** Tells whether a country lies in an area; empty if nobody here knows the area. */
    static Optional<Boolean> within(String country, String area) {
        String code = COMMON.getOrDefault(area, area);
        if (GROUPS.containsKey(code)) {
            return Optional.of(GROUPS.get(code).contains(country));
        }
        return code.length() == 2 ? Optional.of(code.equals(country)) : Optional.empty();
    }

    /** Tells whether an offering lies in a wanted region, by the region's name, its stated groups, or its country. */
    static boolean matches(Listing offering, String wanted) {
        return offering.isIn(wanted)
                || offering.offering()
                        .country()
                        .flatMap(country -> within(country, wanted.toUpperCase(Locale.ROOT)))
                        .orElse(false);
    }
}
