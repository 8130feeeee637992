package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;

/** Makes the secrets that an application needs and nobody gave. Thread-safe and idempotent. */
public interface SecretMint {
    /**
     * Makes a random secret once.
     *
     * @param application who needs it
     * @param name its name
     * @return the reference to it, the same every time
     */
    SecretRef mint(ApplicationId application, String name);

    /**
     * Removes all that was minted for an application.
     *
     * @param application the application
     */
    void forget(ApplicationId application);
}
