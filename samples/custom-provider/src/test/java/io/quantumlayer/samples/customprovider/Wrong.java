package io.quantumlayer.samples.customprovider;

/** One way in which a copy of the provider is wrong, with what the kit says of it. */
enum Wrong {
    LIES_ABOUT_ABSENCE("lies about absence"),
    LIES_ABOUT_TRAFFIC("lies about traffic"),
    LIES_ABOUT_THE_WHOLE("lies about what stands"),
    LISTS_FROM_MEMORY("does not list what stands"),
    LISTS_WHAT_IS_GONE("lists what is gone"),
    IGNORES_THE_KEY("ignores the key"),
    LEAKS_A_SECRET("leaks a secret"),
    BLOCKS_PAST_THE_DEADLINE("blocks past the deadline"),
    PLANS_WITH_EFFECTS("has effects when it only plans"),
    CLAIMS_REMOVALS("claims a removal that did not happen"),
    ANSWERS_FROM_MEMORY("answers from memory who gets the traffic"),
    MOVES_THE_ADDRESS("moves the public address"),
    ENDS_RELEASES_ON_CLOSE("ends releases when it is closed");

    private final String said;

    Wrong(String said) {
        this.said = said;
    }

    String said() {
        return said;
    }
}
