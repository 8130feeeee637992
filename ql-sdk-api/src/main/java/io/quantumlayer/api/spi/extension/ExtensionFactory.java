package io.quantumlayer.api.spi.extension;

import java.util.List;

/**
 * Creates one extension. Found through {@link java.util.ServiceLoader} once, in build(), or registered explicitly,
 * which wins. A factory is cheap: its constructor and {@link #id()} do no work.
 *
 * @param <T> the kind of extension
 */
public interface ExtensionFactory<T> {
    /**
     * Returns the id by which plans, settings and reports name the extension.
     *
     * @return lower-case letters, digits and hyphens; unique per kind of extension
     */
    String id();

    /**
     * Returns the settings the extension understands; any other one is refused when the library is built.
     *
     * @return the settings, in the order to show them
     */
    List<Setting> settings();

    /**
     * Creates the extension. Called once per library instance, on the thread that builds it; must not touch the
     * network.
     *
     * @param context what the library lends the extension
     * @return the extension, safe for use by many threads
     */
    T create(ExtensionContext context);
}
