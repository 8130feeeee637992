package io.quantumlayer.api.spi.catalog;

import io.quantumlayer.api.cost.PricedOffering;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A catalogue of offerings. Called on the thread that decides or prices, possibly by several at once; the first call
 * about a provider may read resources of the catalogue's own jar, never the network.
 */
public interface Catalog {
    /**
     * Names the providers that it knows offerings of; called often, so it must read nothing.
     *
     * @return the same ids at every call
     */
    Set<String> providers();

    /**
     * Returns what one provider offers.
     *
     * @param provider one of {@link #providers()}
     * @return the same offerings at every call, each id once and that provider's; a country where the region's is known
     * @throws IllegalArgumentException if it is not one of them
     */
    List<PricedOffering> offerings(String provider);

    /**
     * Returns every offering, provider by provider.
     *
     * @return what {@link #offerings(String)} gives for each of {@link #providers()}
     */
    default List<PricedOffering> offerings() {
        List<PricedOffering> all = new ArrayList<>();
        providers().forEach(provider -> all.addAll(offerings(provider)));
        return List.copyOf(all);
    }
}
