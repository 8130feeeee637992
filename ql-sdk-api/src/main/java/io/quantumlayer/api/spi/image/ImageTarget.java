package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.spi.registry.ImageReference;
import java.nio.file.Path;

/** Where an image goes. */
public sealed interface ImageTarget {
    /** The kinds of target. */
    enum Kind {
        /** A registry. */
        REGISTRY,
        /** A tar file that holds an OCI layout. */
        TAR,
        /** An OCI layout on disk. */
        LAYOUT
    }

    /**
     * Returns which kind this is.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * A registry.
     *
     * @param reference the repository and tag
     */
    record Registry(ImageReference reference) implements ImageTarget {
        @Override
        public Kind kind() {
            return Kind.REGISTRY;
        }
    }

    /**
     * A tar file that holds an OCI layout; replaced if it exists.
     *
     * @param file the file
     */
    record Tar(Path file) implements ImageTarget {
        @Override
        public Kind kind() {
            return Kind.TAR;
        }
    }

    /**
     * A folder that does not exist yet.
     *
     * @param folder the folder
     */
    record Layout(Path folder) implements ImageTarget {
        @Override
        public Kind kind() {
            return Kind.LAYOUT;
        }
    }
}
