package io.quantumlayer.testkit.contract;

/** What a provider declares that it can do. */
public enum ProviderTrait {
    /** A placed release has an address before it gets public traffic. */
    CANDIDATES,
    /** It lists what stands of what it made. */
    INVENTORY,
    /** It observes at least one security control. */
    CONTROLS,
    /** It reads at least one line of a release's log. */
    LOGS
}
