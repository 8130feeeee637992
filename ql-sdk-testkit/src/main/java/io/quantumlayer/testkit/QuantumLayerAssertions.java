package io.quantumlayer.testkit;

import io.quantumlayer.api.DeploymentResult;
import org.jspecify.annotations.Nullable;

/** Where assertions begin; import {@link #assertThat} beside AssertJ's own. */
public final class QuantumLayerAssertions {
    private QuantumLayerAssertions() {}

    /**
     * Begins assertions on a result.
     *
     * @param actual the result
     * @return what can be said of it
     */
    public static DeploymentResultAssert assertThat(@Nullable DeploymentResult actual) {
        return new DeploymentResultAssert(actual);
    }
}
