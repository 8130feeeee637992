package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageSpecBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files divided into dependencies and the rest. */
record Split(ImageLayer dependencies, ImageLayer application) {
    static Split of(Map<String, Path> files, String prefix) {
        Map<String, Path> below = new TreeMap<>();
        Map<String, Path> own = new TreeMap<>();
        files.forEach((path, file) -> (path.startsWith(prefix) ? below : own).put(path, file));
        return new Split(new ImageLayer("dependencies", below), new ImageLayer("application", own));
    }

    ImageSpecBuilder on(ImageBase base) {
        ImageSpecBuilder spec = ImageSpec.on(base);
        for (ImageLayer layer : List.of(dependencies, application)) {
            if (!layer.files().isEmpty()) {
                spec.addLayer(layer);
            }
        }
        return spec;
    }
}
