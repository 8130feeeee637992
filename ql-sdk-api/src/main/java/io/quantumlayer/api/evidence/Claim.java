package io.quantumlayer.api.evidence;

import java.util.Locale;

/** What a piece of evidence proves. */
public enum Claim {
    /** The policy gate allowed exactly this source. */
    GATE_ALLOWED,
    /** A scanner ran to its end over exactly this source and said what it covered. */
    SCAN_COMPLETED,
    /** The artifact was built from exactly this source and its own tests passed. */
    BUILT,
    /** The image of exactly this digest is signed by who is trusted to. */
    IMAGE_SIGNED,
    /** A statement about the image of exactly this digest is attested by who is trusted to. */
    IMAGE_ATTESTED,
    /** The provider reports every resource of the release as present. */
    RELEASE_PLACED,
    /** The candidate address answered the probe of this release. */
    CANDIDATE_PROBED,
    /** The public address answered the probe. */
    PUBLIC_PROBED,
    /** The provider reports this digest as the release that receives the traffic. */
    TRAFFIC_DIGEST,
    /** A monitor is attached and read at least one signal. */
    MONITORED,
    /** A security control was observed from outside the application. */
    CONTROL_OBSERVED,
    /** Requests without a valid credential are refused. */
    AUTHENTICATION_ENFORCED,
    /** The provider reports a resource as absent after its settle time. */
    ABSENT,
    /** The caller waived a limit by name. */
    WAIVED,
    /** Somebody approved the placement before the first effect. */
    APPROVED;

    /**
     * Returns the stable lower-case id, such as {@code gate_allowed}.
     *
     * @return the id
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
