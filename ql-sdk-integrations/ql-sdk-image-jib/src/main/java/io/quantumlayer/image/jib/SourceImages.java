package io.quantumlayer.image.jib;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.image.jib.internal.SourceKinds;
import java.nio.file.Path;

/**
 * Says what image a directory makes: built Java, Python, Node, static pages, or one prebuilt program.
 *
 * <p>Nothing is built or downloaded here. Where the directory is not ready, the refusal says what to run first.
 */
public final class SourceImages {
    private SourceImages() {}

    /**
     * Looks at a directory.
     *
     * @param directory the directory
     * @param base what the image stands on; it must have the runtime that the directory needs
     * @return the spec, dependencies in a layer below the application
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation naming what is missing
     */
    public static ImageSpec of(Path directory, ImageBase base) {
        return SourceKinds.spec(directory, base);
    }
}
