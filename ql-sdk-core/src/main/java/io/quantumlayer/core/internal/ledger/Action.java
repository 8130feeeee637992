package io.quantumlayer.core.internal.ledger;

/** What kind of effect an entry stands for. */
public enum Action {
    /** Makes the effect of an operation. */
    ENSURE,
    /** Removes the effect of an operation. */
    REMOVE,
    /** Sends the traffic to a release. */
    SWITCH,
    /** Takes the traffic away. */
    SWITCH_OFF,
    /** Starts a build. */
    BUILD,
    /** Puts an image into a registry. */
    PUBLISH,
    /** Puts into a registry what no run removes by itself: a signature, which goes with its image, or a kept image. */
    ATTEST,
    /** Attaches a monitor to a release. */
    ATTACH,
    /** Detaches a monitor from a release. */
    DETACH
}
