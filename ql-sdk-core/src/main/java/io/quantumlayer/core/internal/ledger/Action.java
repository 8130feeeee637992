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
    /** Attaches a monitor to a release. */
    ATTACH,
    /** Detaches a monitor from a release. */
    DETACH
}
