package io.quantumlayer.provider.local.forwarder;

/** What a forwarder counts from the start of its process on; every count only grows. */
public enum ForwarderCount {
    /** Connections that clients opened to the stable address, whatever became of them. */
    ACCEPTED,
    /** Connections closed at once because no release receives the traffic. */
    REFUSED,
    /** Connections closed because the release's port did not take them. */
    FAILED_CONNECTS,
    /** Bytes read from clients. */
    BYTES_FROM_CLIENTS,
    /** Bytes read from releases. */
    BYTES_FROM_RELEASES,
    /** Connections to a former release that were closed between two requests. */
    CLOSED_IDLE,
    /** Connections to a former release that were cut at the end of its drain time because they never rested. */
    CLOSED_BUSY
}
