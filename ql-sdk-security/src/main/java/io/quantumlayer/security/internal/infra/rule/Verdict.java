package io.quantumlayer.security.internal.infra.rule;

import io.quantumlayer.api.security.Rule;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Findings.Spot;
import io.quantumlayer.security.internal.text.PlainText;
import java.util.HashSet;
import java.util.Set;

/** Takes what is seen in one file. Not safe for use by several threads. */
public final class Verdict {
    private final InfraRules rules;
    private final Findings findings;
    private final Place place;
    private final Set<String> opened = new HashSet<>();
    private boolean templated;

    /**
     * Begins with nothing found.
     *
     * @param rules the rules
     * @param findings where what is found goes
     * @param place the file
     */
    public Verdict(InfraRules rules, Findings findings, Place place) {
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

    /** Reports that the file is a template of an infrastructure file, which cannot be judged before it is rendered. */
    public void template() {
        templated = true;
        findings.skip(place, "a template, which can be judged when it is rendered");
    }

    /** Whether the file is a template. */
    public boolean templated() {
        return templated;
    }

    /**
     * Reports what cannot be judged because the file leaves it open.
     *
     * @param line where, from 1
     * @param what it is
     */
    public void open(int line, String what) {
        String reason = PlainText.of("line " + line + ": " + what);
        if (opened.add(reason)) {
            findings.skip(place, reason);
        }
    }
}
