package io.quantumlayer.security.internal.infra;

import io.quantumlayer.api.security.Rule;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Findings.Spot;
import io.quantumlayer.security.internal.text.PlainText;

/** Takes what is seen in one file. Not safe for use by several threads. */
public final class Verdict {
    private final InfraRules rules;
    private final Findings findings;
    private final Place place;

    Verdict(InfraRules rules, Findings findings, Place place) {
        this.rules = rules;
        this.findings = findings;
        this.place = place;
    }

    /**
     * Reports that a rule is broken.
     *
     * @param id the rule's id
     * @param line where, from 1
     * @param subject what breaks it, without any value that may be secret; it tells findings of a rule apart
     */
    public void found(String id, int line, String subject) {
        found(id, line, subject, subject);
    }

    /**
     * Reports that a rule is broken.
     *
     * @param id the rule's id
     * @param line where, from 1
     * @param subject what breaks it, without any value that may be secret
     * @param match what tells findings of the rule apart; never shown
     */
    public void found(String id, int line, String subject, String match) {
        Rule rule = rules.rule(id);
        String message = PlainText.of(subject) + ": " + rule.summary();
        findings.add(rule, new Spot(place, line, 0), match, message);
    }

    /**
     * Reports what cannot be judged because the file leaves it open.
     *
     * @param line where, from 1
     * @param what it is
     */
    public void open(int line, String what) {
        findings.skip(place, PlainText.of("line " + line + ": " + what));
    }
}
