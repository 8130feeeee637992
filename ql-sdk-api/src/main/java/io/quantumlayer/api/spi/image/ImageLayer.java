package io.quantumlayer.api.spi.image;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One layer: files and where they go. Directories above them are made; owner is root, times are fixed, a file may be
 * executed if its owner may execute it on disk.
 *
 * @param name what the layer holds, as {@code dependencies}
 * @param files absolute path in the image to the file on disk, in path order
 */
public record ImageLayer(String name, Map<String, Path> files) {
    /**
     * Copies the files in path order.
     *
     * @throws IllegalArgumentException if a path in the image is not absolute and plain
     */
    public ImageLayer {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        for (String path : files.keySet()) {
            boolean plain = path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
            if (!plain || (path + "/").contains("/../") || (path + "/").contains("/./")) {
                throw new IllegalArgumentException("'" + path + "' is no plain absolute path");
            }
        }
    }
}
