package io.quantumlayer.security.internal.version;

import org.apache.maven.artifact.versioning.ComparableVersion;
import org.semver4j.Semver;

/** How one ecosystem orders its versions. Stateless. */
public enum VersionOrder {
    /** Maven's own order, in which any text is a version. */
    MAVEN {
        @Override
        int order(String one, String other) {
            return new ComparableVersion(one).compareTo(new ComparableVersion(other));
        }
    },
    /** Semantic Versioning 2.0.0; a leading v, as Go writes it, is left out. */
    SEMVER {
        @Override
        int order(String one, String other) {
            return semver(one).compareTo(semver(other));
        }
    },
    /** PEP 440. */
    PYTHON {
        @Override
        int order(String one, String other) {
            return PythonVersion.of(one).compareTo(PythonVersion.of(other));
        }
    };

    private static final int LONGEST = 512;

    abstract int order(String one, String other);

    /**
     * Compares two versions.
     *
     * @param one a version
     * @param other another version
     * @return negative, zero or positive, as one is older, equal or newer
     * @throws InvalidVersionException if one of them is no version here
     */
    public int compare(String one, String other) throws InvalidVersionException {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            throw new InvalidVersionException("a version is longer than " + LONGEST + " characters", null);
        }
        try {
            return order(one, other);
        } catch (IllegalArgumentException e) {
            throw new InvalidVersionException("'" + one + "' and '" + other + "' have no order here", e);
        }
    }

    private static Semver semver(String text) {
        return new Semver(text.startsWith("v") ? text.substring(1) : text);
    }
}
