package io.quantumlayer.api.spi.process;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool that was found on this machine.
 *
 * @param tool which one
 * @param words what stands for its placeholder: the program, and the arguments that always follow it
 * @param version its version, such as {@code 3.11.2}, or the empty text if it does not tell
 * @param readable the paths it is made of beside the system's own, which a sandbox has to show
 * @param environment variables that it needs
 */
public record InstalledTool(
        Tool tool, List<String> words, String version, List<Path> readable, Map<String, String> environment) {
    /** Copies the collections in order. */
    public InstalledTool {
        words = List.copyOf(words);
        readable = List.copyOf(readable);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words: a tool needs at least its program");
        }
    }
}
