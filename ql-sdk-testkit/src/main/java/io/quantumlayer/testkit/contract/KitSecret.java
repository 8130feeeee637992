package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.testkit.fake.FakeSecretStore;

/** The secret that a release of a kit carries, so that the kit can look where its value turns up. */
public final class KitSecret {
    /** The reference to put into a workload. */
    public static final SecretRef REFERENCE = new SecretRef("kit", "canary");

    static final String VALUE = "kit-canary-" + Long.toString(0x5eed_0f_c0ffeeL, Character.MAX_RADIX);

    private KitSecret() {}

    /**
     * Returns a store that resolves the reference for the kit's tenant.
     *
     * @return a new store
     */
    public static SecretStore store() {
        return new FakeSecretStore("kit").put(KitCalls.APPLICATION.tenant(), "canary", VALUE);
    }
}
