package io.quantumlayer.security.signing;

/**
 * A fact about an image.
 *
 * @param predicateType the URI that says what the predicate means
 * @param predicate the predicate, a JSON object
 */
public record Attestation(String predicateType, String predicate) {
    /** A CycloneDX bill of materials. */
    public static final String CYCLONEDX = "https://cyclonedx.org/bom";

    /** An SPDX bill of materials. */
    public static final String SPDX = "https://spdx.dev/Document";

    /** SLSA provenance of version 1. */
    public static final String PROVENANCE = "https://slsa.dev/provenance/v1";
}
