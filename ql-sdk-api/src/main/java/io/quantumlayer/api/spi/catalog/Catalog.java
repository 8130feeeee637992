package io.quantumlayer.api.spi.catalog;

import io.quantumlayer.api.cost.PricedOffering;
import java.util.List;

/**
 * A catalogue of offerings. Called on the thread that decides or prices, possibly by several at once; the first call
 * may read resources of its own jar, never the network.
 */
public interface Catalog {
    /**
     * Returns every offering.
     *
     * @return the same offerings at every call, each id once; a country where the region's is known
     */
    List<PricedOffering> offerings();
}
