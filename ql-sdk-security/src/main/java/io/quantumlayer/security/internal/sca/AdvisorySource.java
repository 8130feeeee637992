package io.quantumlayer.security.internal.sca;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.security.inventory.FoundPackage;
import java.util.List;

/** Where advisories come from. */
interface AdvisorySource {
    /**
     * Gives every advisory that may affect one of the packages.
     *
     * @throws io.quantumlayer.api.error.QuantumLayerException if they cannot all be read
     */
    List<Advisory> about(CallContext context, List<FoundPackage> packages);
}
