package io.quantumlayer.api.app;

import java.util.List;

/** The features that the analysis and the extensions know by id; others are kept as named. */
public final class Features {
    private static final List<String> KNOWN = List.of(
            "authentication",
            "authorization",
            "database",
            "cache",
            "queue",
            "swagger",
            "pwa",
            "analytics",
            "payments",
            "search",
            "uploads",
            "email",
            "realtime",
            "audit_logging",
            "encryption",
            "i18n",
            "rate_limiting",
            "scheduling",
            "monitoring",
            "webhooks",
            "notifications",
            "multi_tenancy",
            "performance_optimization");

    private Features() {}

    /**
     * Returns the ids that have a meaning here.
     *
     * @return an unmodifiable list in a fixed order
     */
    public static List<String> known() {
        return KNOWN;
    }

    /**
     * Tells whether an id has a meaning here.
     *
     * @param id a feature's id
     * @return false for one that is only kept as named
     */
    public static boolean isKnown(String id) {
        return KNOWN.contains(id);
    }
}
