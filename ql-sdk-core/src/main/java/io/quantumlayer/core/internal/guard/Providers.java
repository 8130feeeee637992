package io.quantumlayer.core.internal.guard;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.placement.Offering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The installed providers by id, each behind its guard. Immutable. */
public final class Providers {
    private final Map<String, ProviderCalls> byId;

    /**
     * Collects guarded providers.
     *
     * @param guarded the providers in order
     */
    public Providers(List<ProviderCalls> guarded) {
        Map<String, ProviderCalls> map = new LinkedHashMap<>();
        guarded.forEach(g -> map.put(g.provider().id(), g));
        this.byId = Collections.unmodifiableMap(map);
    }

    /**
     * Returns a provider.
     *
     * @param id its id
     * @return the guarded provider
     * @throws QuantumLayerException of type configuration naming the artifact to add if it is not installed
     */
    public ProviderCalls get(String id) {
        ProviderCalls calls = byId.get(id);
        if (calls == null) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONFIGURATION,
                    "provider.missing",
                    "provider '" + id + "' is not installed; add the artifact ql-sdk-provider-" + id));
        }
        return calls;
    }

    /**
     * Returns all providers.
     *
     * @return the guarded providers in order
     */
    public Collection<ProviderCalls> all() {
        return byId.values();
    }

    /**
     * Returns the offerings of all providers.
     *
     * @return the offerings in order
     */
    public List<Offering> offerings() {
        List<Offering> offerings = new ArrayList<>();
        byId.values().forEach(c -> offerings.addAll(c.provider().offerings()));
        return offerings;
    }
}
