package io.quantumlayer.samples.benchmarks.image;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What goes into the image: 200 files of 20 MB in two layers, as an application has them, 160 libraries of 18.4 MB and
 * 40 files of its own. Half of each file is noise, half is text, so that it packs about as archives of classes do.
 */
final class Sources {
    private static final int LIBRARIES = 160;
    private static final int OWN = 40;
    private static final int LIBRARY = 115_000;
    private static final int OWN_FILE = 40_000;
    private static final String WORDS = "public final class application returns string integer list optional value ";

    private final Path folder;
    private final Random random;

    private Sources(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    static Sources write(Path folder, long seed) throws IOException {
        Sources sources = new Sources(folder, seed);
        sources.fill("lib", LIBRARIES, LIBRARY);
        sources.fill("app", OWN, OWN_FILE);
        Files.writeString(folder.resolve("Containerfile"), """
                FROM scratch
                COPY lib /app/lib
                COPY app /app/app
                USER 10001:10001
                ENTRYPOINT ["/app/app/0.bin"]
                """);
        return sources;
    }

    private void fill(String part, int files, int size) throws IOException {
        Files.createDirectories(folder.resolve(part));
        for (int i = 0; i < files; i++) {
            write(folder.resolve(part).resolve(i + ".bin"), size);
        }
    }

    private void write(Path file, int size) throws IOException {
        byte[] content = new byte[size];
        random.nextBytes(content);
        byte[] words = WORDS.getBytes(StandardCharsets.US_ASCII);
        int at = random.nextInt(words.length);
        for (int i = size / 2; i < size; i++) {
            content[i] = words[(at + i) % words.length];
        }
        Files.write(file, content);
    }

    /** Writes one of the application's own files anew. */
    void change() throws IOException {
        write(folder.resolve("app/7.bin"), OWN_FILE);
    }

    Path folder() {
        return folder;
    }

    /** The same image as the Containerfile describes. */
    ImageSpec spec() {
        return ImageSpec.on(new ImageBase.Scratch())
                .addLayer(layer("lib", LIBRARIES))
                .addLayer(layer("app", OWN))
                .entrypoint(List.of("/app/app/0.bin"))
                .build();
    }

    private ImageLayer layer(String part, int files) {
        Map<String, Path> found = new TreeMap<>();
        for (int i = 0; i < files; i++) {
            found.put("/app/" + part + "/" + i + ".bin", folder.resolve(part).resolve(i + ".bin"));
        }
        return new ImageLayer(part, found);
    }
}
