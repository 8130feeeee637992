package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands for a tool without running it: its version where it tells one, and real path, size and modification time
 * of its files; a JDK's {@code release} file by its content. What a tool loads beside is not looked at.
 */
final class MachineIdentity {
    private static final int SMALL = 64 * 1024;
    private static final Path RELEASE = Path.of("release");
    private static final List<Path> TELLING = List.of(RELEASE, Path.of("lib", "modules"), Path.of("package.json"));
    private static final Set<Path> SYSTEM = Set.of(Path.of("/"), Path.of("/usr"), Path.of("/usr/local"));

    private MachineIdentity() {}

    /** Returns what stands for the programs of the system, which no command names. */
    static List<String> ofSystem() {
        List<String> lines = new ArrayList<>();
        content(lines, Path.of("/etc/os-release"));
        file(lines, Path.of("/bin/sh"));
        return lines;
    }

    static List<String> of(InstalledTool tool) {
        List<String> lines = new ArrayList<>(List.of(tool.tool().id() + " " + tool.version()));
        Set<Path> paths = new LinkedHashSet<>(tool.readable());
        Stream.concat(tool.words().stream(), tool.environment().values().stream())
                .filter(word -> word.startsWith("/"))
                .map(Path::of)
                .forEach(paths::add);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(lines, path, tool.tool());
            } else {
                file(lines, path);
                home(path).ifPresent(home -> folder(lines, home, tool.tool()));
            }
        }
        return lines;
    }

    /** Returns the folder of the one program, unless it is one for all programs. */
    private static Optional<Path> home(Path program) {
        return Optional.ofNullable(program.getParent()).map(Path::getParent).filter(folder -> !SYSTEM.contains(folder));
    }

    private static void folder(List<String> lines, Path folder, Tool tool) {
        TELLING.forEach(name -> file(lines, folder.resolve(name)));
        content(lines, folder.resolve(RELEASE));
        Path libraries = folder.resolve("lib");
        if (tool == Tool.MAVEN && Files.isDirectory(libraries)) {
            try (Stream<Path> jars = Files.list(libraries)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(jar -> file(lines, jar));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + libraries, e);
            }
        }
    }

    private static void file(List<String> lines, Path path) {
        try {
            if (Files.isRegularFile(path)) {
                lines.add(path + " " + path.toRealPath() + " " + Files.size(path) + " "
                        + Files.getLastModifiedTime(path).toInstant());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + path, e);
        }
    }

    private static void content(List<String> lines, Path path) {
        try {
            if (Files.isRegularFile(path)) {
                Folders.tail(path.toRealPath(), SMALL).ifPresent(bytes -> lines.add(path + " " + Digest.of(bytes)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
