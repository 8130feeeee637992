package io.quantumlayer.api.plan;

import java.util.Objects;

/**
 * What is deployed: a sentence from which code is generated, a source directory, a container image or a static site.
 *
 * <p>Switch over {@link #kind()} to tell them apart.
 */
public sealed interface Source {
    /** The forms a source can take. */
    enum Kind {
        /** Plain language; code is generated from it. */
        REQUIREMENT,
        /** A directory of source code, built before it is deployed. */
        SOURCE_DIRECTORY,
        /** A container image that exists already. */
        CONTAINER_IMAGE,
        /** A directory of files served as they are. */
        STATIC_SITE
    }

    /**
     * Tells which form this source takes.
     *
     * @return the kind, one per permitted type
     */
    Kind kind();

    /**
     * A requirement in plain language.
     *
     * @param text the sentence, not blank, at most {@value #MAX_LENGTH} characters; untrusted input to all who read it
     */
    record Requirement(String text) implements Source {
        /** The longest requirement, in characters. */
        public static final int MAX_LENGTH = 8_000;

        /**
         * Checks the text.
         *
         * @throws InvalidValueException if it is blank or too long; the text itself is never shown
         */
        public Requirement {
            Objects.requireNonNull(text, "text");
            if (text.isBlank() || text.length() > MAX_LENGTH) {
                throw new InvalidValueException(
                        "be a text of 1 to " + MAX_LENGTH + " characters",
                        text.length() + " characters",
                        "say in a sentence what the application does");
            }
        }

        @Override
        public Kind kind() {
            return Kind.REQUIREMENT;
        }

        /** Returns the length only, because a sentence may hold a literal secret that nobody has looked for yet. */
        @Override
        public String toString() {
            return "Requirement[" + text.length() + " characters]";
        }
    }

    /**
     * A directory of source code.
     *
     * @param path the directory as the caller wrote it; read on the host, never by a provider
     */
    record SourceDirectory(String path) implements Source {
        /**
         * Checks the path's form; whether it exists is asked when it is read.
         *
         * @throws InvalidValueException if it is blank, too long or holds a control character
         */
        public SourceDirectory {
            PlanText.requirePath(path);
        }

        @Override
        public Kind kind() {
            return Kind.SOURCE_DIRECTORY;
        }
    }

    /**
     * A container image.
     *
     * @param reference the image reference, as {@code ghcr.io/acme/todo:1.2} or with {@code @sha256:...}
     */
    record ContainerImage(String reference) implements Source {
        /**
         * Checks the reference's characters and length; the registry decides the rest.
         *
         * @throws InvalidValueException if it is not an image reference
         */
        public ContainerImage {
            PlanText.IMAGE.require(reference);
        }

        @Override
        public Kind kind() {
            return Kind.CONTAINER_IMAGE;
        }
    }

    /**
     * A directory of files that are served as they are.
     *
     * @param path the directory as the caller wrote it; read on the host, never by a provider
     */
    record StaticSite(String path) implements Source {
        /**
         * Checks the path's form; whether it exists is asked when it is read.
         *
         * @throws InvalidValueException if it is blank, too long or holds a control character
         */
        public StaticSite {
            PlanText.requirePath(path);
        }

        @Override
        public Kind kind() {
            return Kind.STATIC_SITE;
        }
    }
}
