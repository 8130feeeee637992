package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;

/** One kind of application whose source is complete and known to work. Implementations are immutable. */
interface Blueprint {
    /**
     * Says whether it gives all that an application asks for; pure and fast.
     *
     * @param spec the analysed application
     * @return what it would give, or everything that it cannot
     */
    Fit fit(AppSpec spec);

    /**
     * Writes the source in memory; equal input gives equal bytes.
     *
     * @param spec an application that fits
     * @param name the application's name
     * @return the source with its recipe
     * @throws IllegalArgumentException if the name is not an RFC 1123 label
     */
    GeneratedSource generate(AppSpec spec, String name);
}
