package io.quantumlayer.api.run;

import java.util.Locale;

/** The twelve steps of a deployment, in order. */
public enum StepName {
    /** Turns the request into a typed application specification. */
    ANALYZE(1, "requirement analysis"),
    /** Finds what answers and what it can do. */
    DETECT(2, "environment detection"),
    /** Chooses strategy and placement. */
    SELECT_STRATEGY(3, "strategy selection"),
    /** Sizes the release and fixes what the chosen placement needs. */
    PLAN_RESOURCES(4, "resource planning"),
    /** Generates the source, or takes the given one. */
    GENERATE(5, "code generation"),
    /** Scans the source and asks the gate. */
    SCAN(6, "security scanning"),
    /** Builds the artifact from the scanned source. */
    BUILD(7, "build and signing"),
    /** Places the release without public traffic. */
    DEPLOY(8, "deployment"),
    /** Attaches monitors to the release. */
    OBSERVE(9, "observability"),
    /** Observes the security controls of the release from outside. */
    SECURE(10, "security controls"),
    /** Probes the release at its candidate address. */
    VERIFY(11, "health verification"),
    /** Switches the traffic and probes the public address. */
    GO_LIVE(12, "live URL");

    private final int number;
    private final String title;

    StepName(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /**
     * Returns the step's number, from 1 to 12.
     *
     * @return the number
     */
    public int number() {
        return number;
    }

    /**
     * Returns the readable title.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Returns the stable id, such as {@code go-live}.
     *
     * @return the id used in journals and reports
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
