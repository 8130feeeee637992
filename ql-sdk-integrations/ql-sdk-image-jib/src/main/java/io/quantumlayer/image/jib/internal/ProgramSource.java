package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One prebuilt program for Linux, and the files beside it. */
final class ProgramSource {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private ProgramSource() {}

    static ImageSpec spec(Path root, ImageBase base) throws IOException {
        List<Path> programs;
        try (Stream<Path> found = Files.list(root)) {
            programs = found.filter(ProgramSource::isProgram).sorted().toList();
        }
        if (programs.size() != 1) {
            throw Refusals.input(
                    "source",
                    root + " is no Java, Python, Node or static source and holds " + programs.size()
                            + " programs for Linux; it takes exactly one.");
        }
        return ImageSpec.on(base)
                .addLayer(new ImageLayer("application", SourceFiles.below(root, "/app")))
                .entrypoint(List.of("/app/" + programs.get(0).getFileName()))
                .workingDirectory("/app")
                .build();
    }

    private static boolean isProgram(Path file) {
        if (!Files.isRegularFile(file) || !SourceFiles.isProgram(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        } catch (IOException e) {
            throw Refusals.input("file", "The file " + file + " cannot be read.", e);
        }
    }
}
