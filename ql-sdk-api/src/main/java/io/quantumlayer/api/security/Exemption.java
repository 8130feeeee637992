package io.quantumlayer.api.security;

import java.time.LocalDate;

/**
 * Lets one finding, or all findings of one rule, pass the gate for a while. It lives outside the source, since a
 * hostile source would excuse itself, and it is shown in every decision that it bears on.
 *
 * @param subject the fingerprint of a finding or the id of a rule
 * @param owner who answers for it
 * @param reason why the finding can be borne
 * @param until the last day, in UTC, on which it holds
 */
public record Exemption(String subject, String owner, String reason, LocalDate until) {
    /** Checks that somebody answers for something, with a reason. */
    public Exemption {
        if (subject.isBlank() || owner.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("an exemption needs a subject, an owner and a reason");
        }
    }

    /**
     * Says whether it is about a finding.
     *
     * @param finding the finding
     * @return whether its fingerprint or rule is the subject
     */
    public boolean covers(Finding finding) {
        return subject.equals(finding.fingerprint())
                || subject.equals(finding.rule().id());
    }
}
