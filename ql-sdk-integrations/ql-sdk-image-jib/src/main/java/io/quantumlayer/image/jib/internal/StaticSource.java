package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Static pages, served by the busybox of the base. */
final class StaticSource {
    private static final int PORT = 8080;

    private StaticSource() {}

    static ImageSpec spec(Path root, ImageBase base) throws IOException {
        return ImageSpec.on(base)
                .addLayer(new ImageLayer("pages", SourceFiles.below(root, "/srv")))
                .entrypoint(List.of("/bin/busybox", "httpd", "-f", "-p", String.valueOf(PORT), "-h", "/srv"))
                .addPort(PORT)
                .workingDirectory("/srv")
                .build();
    }
}
