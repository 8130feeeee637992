package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import java.util.List;
import java.util.Map;

/**
 * What a source was recognised as.
 *
 * @param shape what it is
 * @param recipe how it is built, started and probed
 * @param added files that the build needs beside the source, by path
 * @param seen what was recognised from which file, one line each
 */
record Recognized(Shape shape, Recipe recipe, Map<String, String> added, List<String> seen) {
    Recognized {
        added = Map.copyOf(added);
        seen = List.copyOf(seen);
    }

    /**
     * What a source is.
     *
     * @param kind the kind of application
     * @param language the language
     * @param framework the framework, or the empty text if none is known
     * @param sign the file that shows it
     */
    record Shape(AppKind kind, String language, String framework, String sign) {}
}
