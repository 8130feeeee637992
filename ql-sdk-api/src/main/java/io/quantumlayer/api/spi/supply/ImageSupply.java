package io.quantumlayer.api.spi.supply;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.image.ImageStatements;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.api.spi.signing.ImageVerification;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What turns artifacts into images that are built, listed, signed and verified. Immutable; made by {@link #builder}.
 *
 * <p>With it every deployment makes an image of what it built, and nothing is started before its signature, bill of
 * materials and provenance are verified.
 */
public final class ImageSupply {
    private final ImageReference repository;
    private final ImageRegistry registry;
    private final ImageBuilder images;
    private final boolean keepsImages;
    private final ImageStatements statements;
    private final ImageSigning signing;
    private final ImageVerification verification;
    private final Map<Tool, ToolImage> tools;

    private ImageSupply(Builder builder) {
        this.repository = builder.repository;
        this.registry = builder.registry;
        this.images = builder.images;
        this.keepsImages = builder.keepsImages;
        this.statements = Objects.requireNonNull(builder.statements, "statements");
        this.signing = Objects.requireNonNull(builder.signing, "signing");
        this.verification = Objects.requireNonNull(builder.verification, "verification");
        this.tools = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tools));
    }

    /**
     * Begins a supply.
     *
     * @param repository the registry and the path below which each application has a repository of its own; its tag
     *     does not count
     * @param registry the client with which images are looked for and removed
     * @param images builds and pushes the images
     * @return a builder without tools
     */
    public static Builder builder(ImageReference repository, ImageRegistry registry, ImageBuilder images) {
        return new Builder(repository, registry, images);
    }

    /**
     * What a tool is inside an image.
     *
     * @param base the image that has it
     * @param program its absolute path there
     */
    public record ToolImage(ImageBase base, String program) {
        /** Checks that the path is absolute. */
        public ToolImage {
            Objects.requireNonNull(base, "base");
            if (!program.startsWith("/")) {
                throw new IllegalArgumentException("program: an absolute path in the image, not '" + program + "'");
            }
        }
    }

    /**
     * Returns where images go.
     *
     * @return the registry and the path above the applications' repositories
     */
    public ImageReference repository() {
        return repository;
    }

    /**
     * Returns what looks for images and removes them.
     *
     * @return the client of the registry
     */
    public ImageRegistry registry() {
        return registry;
    }

    /**
     * Says whether images stay in the registry when no release runs them any more.
     *
     * @return whether somebody else clears them away
     */
    public boolean keepsImages() {
        return keepsImages;
    }

    /**
     * Returns what builds the images.
     *
     * @return the builder of images
     */
    public ImageBuilder images() {
        return images;
    }

    /**
     * Returns what writes statements about them.
     *
     * @return the writer
     */
    public ImageStatements statements() {
        return statements;
    }

    /**
     * Returns what signs them.
     *
     * @return the signer
     */
    public ImageSigning signing() {
        return signing;
    }

    /**
     * Returns what must be content before anything is started.
     *
     * @return the verifier
     */
    public ImageVerification verification() {
        return verification;
    }

    /**
     * Returns what a tool is inside an image.
     *
     * @param tool the tool
     * @return its base and path, or empty if no base with it is known
     */
    public Optional<ToolImage> tool(Tool tool) {
        return Optional.ofNullable(tools.get(tool));
    }

    /** Collects the parts of a supply. Not thread-safe. */
    public static final class Builder {
        private final ImageReference repository;
        private final ImageRegistry registry;
        private final ImageBuilder images;
        private final Map<Tool, ToolImage> tools = new LinkedHashMap<>();
        private @Nullable ImageStatements statements;
        private @Nullable ImageSigning signing;
        private @Nullable ImageVerification verification;
        private boolean keepsImages;

        private Builder(ImageReference repository, ImageRegistry registry, ImageBuilder images) {
            this.repository = Objects.requireNonNull(repository, "repository");
            this.registry = Objects.requireNonNull(registry, "registry");
            this.images = Objects.requireNonNull(images, "images");
        }

        /**
         * Sets what writes statements; required.
         *
         * @param writer the writer
         * @return this
         */
        public Builder statements(ImageStatements writer) {
            this.statements = Objects.requireNonNull(writer, "writer");
            return this;
        }

        /**
         * Sets what signs; required.
         *
         * @param signer the signer
         * @return this
         */
        public Builder signing(ImageSigning signer) {
            this.signing = Objects.requireNonNull(signer, "signer");
            return this;
        }

        /**
         * Sets what verifies; required, and best made apart from the signer, of a public key or an identity.
         *
         * @param verifier the verifier
         * @return this
         */
        public Builder verification(ImageVerification verifier) {
            this.verification = Objects.requireNonNull(verifier, "verifier");
            return this;
        }

        /**
         * Says what a tool is inside an image; a second call for one tool replaces the first.
         *
         * @param tool the tool
         * @param base the image that has it
         * @param program its absolute path there
         * @return this
         */
        public Builder tool(Tool tool, ImageBase base, String program) {
            tools.put(tool, new ToolImage(base, program));
            return this;
        }

        /**
         * Leaves images in the registry for good, for registries that do not delete or that have a retention of their
         * own. By default an image that an application's runs pushed goes, with all that refers to it, when no placed
         * release runs it any more.
         *
         * @return this
         */
        public Builder keepImages() {
            this.keepsImages = true;
            return this;
        }

        /**
         * Returns the supply; may be called again.
         *
         * @return the supply
         * @throws NullPointerException naming the required part that is missing
         */
        public ImageSupply build() {
            return new ImageSupply(this);
        }
    }
}
