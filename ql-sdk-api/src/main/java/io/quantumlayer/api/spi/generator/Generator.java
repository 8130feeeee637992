package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;

/**
 * Generates source code. Thread-safe.
 *
 * <p>{@link #fit} is pure and fast and is asked of every generator before anything starts; the first that fits, in the
 * order of registration then id, generates. {@link #generate} is called once per deployment with a source in words and
 * must give equal bytes for equal input unless it says otherwise in its origin. Its output is scanned like any other
 * source and never trusted.
 */
public interface Generator {
    /**
     * Returns the generator's id.
     *
     * @return the id
     */
    String id();

    /**
     * Says whether it can give the whole application.
     *
     * @param spec the analysed application
     * @return the answer with reasons; a feature it cannot give makes it impossible and is named
     */
    Fit fit(AppSpec spec);

    /**
     * Generates the source.
     *
     * @param context the call
     * @param spec an application that fits
     * @param name the application's name, an RFC 1123 label
     * @return the source, or pending where a model takes its time, or the failure
     */
    Effect<GeneratedSource> generate(CallContext context, AppSpec spec, String name);
}
