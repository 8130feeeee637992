package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.Setting;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each extension its settings, and refuses those that nobody understands. Not thread-safe. */
final class Settings {
    private final Map<String, Map<String, String>> given;
    private final Set<String> taken = new HashSet<>();

    Settings(Map<String, Map<String, String>> given) {
        this.given = given;
    }

    Map<String, String> take(String extension, List<Setting> known) {
        taken.add(extension);
        Map<String, String> values = new LinkedHashMap<>();
        known.forEach(s -> values.put(s.name(), s.defaultValue()));
        given.getOrDefault(extension, Map.of()).forEach((name, value) -> {
            if (!values.containsKey(name)) {
                throw refused("extension '" + extension + "' knows no setting '" + name + "'; it knows "
                        + known.stream().map(Setting::name).toList());
            }
            values.put(name, value);
        });
        return Collections.unmodifiableMap(values);
    }

    void refuseUntaken() {
        for (String extension : given.keySet()) {
            if (!taken.contains(extension)) {
                throw refused("there are settings for '" + extension + "', and no extension of that id is installed");
            }
        }
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "setting.unknown", message));
    }
}
