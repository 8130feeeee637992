package io.quantumlayer.security.sbom;

import java.util.Objects;

/**
 * One part of an artifact.
 *
 * @param purl its package URL, canonical: it is the part's identity
 * @param name its name, with its group or scope where it has one
 * @param version its exact version
 * @param required whether it runs with the artifact; false if only building or testing needs it
 */
public record Component(String purl, String name, String version, boolean required) implements Comparable<Component> {
    /**
     * Checks the package URL's beginning.
     *
     * @throws IllegalArgumentException if it is no package URL
     */
    public Component {
        if (!Objects.requireNonNull(purl, "purl").startsWith("pkg:")) {
            throw new IllegalArgumentException("a package URL starts with pkg:, not '" + purl + "'");
        }
    }

    @Override
    public int compareTo(Component other) {
        return purl.compareTo(other.purl);
    }
}
