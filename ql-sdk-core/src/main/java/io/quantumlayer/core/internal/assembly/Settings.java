package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each extension its settings, and refuses those that nobody understands. Not thread-safe. */
final class Settings {
    private final Map<String, Map<String, String>> given;
    private final Map<String, Set<String>> known = new LinkedHashMap<>();

    Settings(Map<String, Map<String, String>> given) {
        this.given = given;
    }

    /** Gives an extension what it knows; several kinds of extension may have one id, and each knows its own. */
    Map<String, String> take(String extension, List<Setting> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(s -> values.put(s.name(), s.defaultValue()));
        known.computeIfAbsent(extension, id -> new LinkedHashSet<>()).addAll(values.keySet());
        given.getOrDefault(extension, Map.of())
                .forEach((name, value) -> values.computeIfPresent(name, (n, v) -> value));
        return Collections.unmodifiableMap(values);
    }

    /** Called once all extensions have taken theirs. */
    void refuseUntaken() {
        given.forEach((extension, values) -> {
            if (!known.containsKey(extension)) {
                throw refused("there are settings for '" + extension + "', and no extension of that id is installed");
            }
            values.keySet().stream()
                    .filter(name -> !known.get(extension).contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw refused("extension '" + extension + "' knows no setting '" + name + "'; it knows "
                                + List.copyOf(known.get(extension)));
                    });
        });
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "setting.unknown", message));
    }
}
