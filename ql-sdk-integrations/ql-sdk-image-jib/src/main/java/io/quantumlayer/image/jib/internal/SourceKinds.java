package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which kind of source a directory holds: the first that fits. */
public final class SourceKinds {
    private SourceKinds() {}

    /** Makes the spec of a directory. */
    public static ImageSpec spec(Path directory, ImageBase base) {
        if (!Files.isDirectory(directory)) {
            throw Refusals.input("source", "The directory " + directory + " is not there.");
        }
        try {
            Path root = directory.toRealPath();
            if (Files.exists(root.resolve("package.json"))) {
                return NodeSource.spec(root, base);
            }
            if (PythonSource.fits(root)) {
                return PythonSource.spec(root, base);
            }
            if (JavaSource.fits(root)) {
                return JavaSource.spec(root, base);
            }
            if (Files.exists(root.resolve("index.html"))) {
                return StaticSource.spec(root, base);
            }
            return ProgramSource.spec(root, base);
        } catch (IOException e) {
            throw Refusals.input("source", "The directory " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
