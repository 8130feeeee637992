package io.quantumlayer.core.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds programs in fixed folders, since the host's own search path belongs to the host.
 *
 * @param folders where to look, in order
 */
record Tools(List<Path> folders) {
    static final String SYSTEM = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    Tools {
        folders = List.copyOf(folders);
    }

    static Tools ofSystem() {
        return of(SYSTEM);
    }

    static Tools of(String searchPath) {
        return new Tools(List.of(searchPath.split(":")).stream()
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .toList());
    }

    /** Returns the folders joined by colons, as {@code PATH} holds them. */
    String joined() {
        return folders.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
