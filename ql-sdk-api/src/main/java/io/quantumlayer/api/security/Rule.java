package io.quantumlayer.api.security;

import java.util.List;

/**
 * What all findings of one kind share: a secret's shape, a weakness in code, an advisory about a package.
 *
 * @param id its stable id, such as {@code secret.aws-access-key} or {@code GHSA-jfh8-c2jp-5v3q}
 * @param severity how bad a match is
 * @param summary what a match is and how to mend it, in one sentence
 * @param aliases other ids of the same thing, such as a CVE or a CWE, in order
 * @param cvss the vector in the notation of CVSS, such as {@code CVSS:3.1/AV:N/...}; empty where there is none
 */
public record Rule(String id, Severity severity, String summary, List<String> aliases, String cvss) {
    /** Copies the list. */
    public Rule {
        aliases = List.copyOf(aliases);
    }

    /**
     * Creates a rule that is known by one id and has no CVSS vector.
     *
     * @param id its stable id
     * @param severity how bad a match is
     * @param summary what a match is and how to mend it
     * @return the rule
     */
    public static Rule of(String id, Severity severity, String summary) {
        return new Rule(id, severity, summary, List.of(), "");
    }
}
