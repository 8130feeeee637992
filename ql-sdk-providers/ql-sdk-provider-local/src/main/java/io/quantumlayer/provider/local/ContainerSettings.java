package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the container mode.
 *
 * @param podman the program; empty if there is none, and then releases with an image are refused
 * @param configuration the file that podman reads as its {@code CONTAINERS_CONF}, or empty for its own places
 */
record ContainerSettings(Optional<Path> podman, Optional<Path> configuration) {
    private static final List<Path> USUAL =
            List.of(Path.of("/usr/bin/podman"), Path.of("/usr/local/bin/podman"), Path.of("/opt/podman/bin/podman"));

    /** Reads the values; a missing one has its default. */
    static ContainerSettings of(Map<String, String> values) {
        Optional<Path> program = path(values, "podman");
        program.filter(path -> !path.isAbsolute() || !Files.isExecutable(path)).ifPresent(path -> {
            throw bad("podman", path, "the absolute path of a program");
        });
        Optional<Path> configuration = path(values, "containers-conf");
        configuration
                .filter(path -> !path.isAbsolute() || !Files.isRegularFile(path))
                .ifPresent(path -> {
                    throw bad("containers-conf", path, "the absolute path of a file");
                });
        return new ContainerSettings(
                program.or(() -> USUAL.stream().filter(Files::isExecutable).findFirst()), configuration);
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        return Optional.of(values.getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    private static QuantumLayerException bad(String name, Path value, String expected) {
        return new QuantumLayerException(LocalFailures.badSetting(name, value.toString(), expected));
    }
}
