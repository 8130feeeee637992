package io.quantumlayer.provider.local.forwarder;

/** Whether a command altered anything; asking twice for the same is safe and answers {@link #UNCHANGED}. */
public enum ForwarderChange {
    /** The forwarder did what was asked. */
    CHANGED,
    /** It was so already. */
    UNCHANGED
}
