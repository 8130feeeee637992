package io.quantumlayer.testkit.contract;

/** Makes the outside of an extension fail, for the kits that ask what the extension says then. */
public interface KitOutage {
    /** From now on the outside refuses every request, as one that is overloaded does. */
    void refuse();

    /** From now on the outside answers nothing and keeps every caller waiting. */
    void hang();

    /** Ends the outage; callers that wait are answered. */
    void end();
}
