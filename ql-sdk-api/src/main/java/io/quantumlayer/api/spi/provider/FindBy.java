package io.quantumlayer.api.spi.provider;

/** How the effect of an operation is found again after the answer to it was lost. */
public enum FindBy {
    /** By the resource's name, which is unique. */
    NAME,
    /** By a tag that holds the key. */
    TAG,
    /** The provider takes the key as a client token and answers the same again. */
    CLIENT_TOKEN,
    /** By the key in the environment of a process. */
    PROCESS_MARKER,
    /** It cannot be found again; the operation is never retried. */
    NOTHING
}
