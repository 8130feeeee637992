package io.quantumlayer.api.security;

import io.quantumlayer.api.evidence.Digest;
import java.util.regex.Pattern;

/**
 * Names a policy and exactly what it decides by.
 *
 * @param name 1 to 60 lower-case letters, digits and hyphens
 * @param digest the digest of its rules and exceptions: another digest is another policy
 */
public record PolicyId(String name, Digest digest) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public PolicyId {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a policy's name is 1 to 60 small letters, digits and '-', not '" + name + "'");
        }
    }

    @Override
    public String toString() {
        return name + "@" + digest;
    }
}
