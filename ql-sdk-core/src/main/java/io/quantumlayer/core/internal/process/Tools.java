package io.quantumlayer.core.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs in fixed folders, since the host's own search path belongs to the host.
 *
 * @param folders where to look, in order
 */
record Tools(List<Path> folders) {
    Tools {
        folders = List.copyOf(folders);
    }

    static Tools ofSystem() {
        return of("/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    }

    static Tools of(String searchPath) {
        return new Tools(List.of(searchPath.split(":")).stream()
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .toList());
    }

    Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
