package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.spi.registry.ImageReference;
import java.nio.file.Path;

/** What an image stands on. */
public sealed interface ImageBase {
    /** The kinds of base. */
    enum Kind {
        /** Nothing. */
        SCRATCH,
        /** A directory that becomes the lowest layer. */
        DIRECTORY,
        /** An image in an OCI layout on disk. */
        LAYOUT,
        /** An image in a registry. */
        REGISTRY
    }

    /**
     * Returns which kind this is.
     *
     * @return the kind
     */
    Kind kind();

    /** Nothing at all. */
    record Scratch() implements ImageBase {
        @Override
        public Kind kind() {
            return Kind.SCRATCH;
        }
    }

    /**
     * A directory that becomes the lowest layer; links that leave it are refused.
     *
     * @param path the directory
     */
    record Directory(Path path) implements ImageBase {
        @Override
        public Kind kind() {
            return Kind.DIRECTORY;
        }
    }

    /**
     * The only image of an OCI layout.
     *
     * @param path the folder that holds {@code index.json}
     */
    record Layout(Path path) implements ImageBase {
        @Override
        public Kind kind() {
            return Kind.LAYOUT;
        }
    }

    /**
     * An image in a registry, kept in the builder's own cache once it was read.
     *
     * @param reference the image, by digest
     */
    record Registry(ImageReference reference) implements ImageBase {
        @Override
        public Kind kind() {
            return Kind.REGISTRY;
        }
    }
}
