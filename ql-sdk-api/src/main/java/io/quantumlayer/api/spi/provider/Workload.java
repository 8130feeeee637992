package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a release runs: the artifact, its command and settings. Immutable and equal by value. */
public final class Workload {
    private final Digest artifact;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Map<String, SecretRef> secrets;
    private final String healthPath;
    private final int replicas;
    private final @Nullable Integer port;
    private final @Nullable Resources resources;
    private final @Nullable ImageReference image;

    private Workload(Builder builder) {
        this.artifact = builder.artifact;
        this.command = List.copyOf(builder.command);
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.secrets));
        this.healthPath = builder.healthPath;
        this.replicas = builder.replicas;
        this.port = builder.port;
        this.resources = builder.resources;
        this.image = builder.image;
    }

    /**
     * Begins a workload.
     *
     * @param artifact the digest of the built tree in the artifact store
     * @param command how it is started
     * @return a builder with no environment, no secrets, health path {@code /health}, one replica, any port
     */
    public static Builder builder(Digest artifact, List<String> command) {
        return new Builder(artifact, command);
    }

    /**
     * Returns the digest of the built tree in the artifact store.
     *
     * @return the artifact
     */
    public Digest artifact() {
        return artifact;
    }

    /**
     * Returns how it is started.
     *
     * @return the command with placeholders as {@code Recipe} describes them
     */
    public List<String> command() {
        return command;
    }

    /**
     * Returns the plain variables.
     *
     * @return name to value, in order
     */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Returns the secrets by reference.
     *
     * @return name to reference, in order
     */
    public Map<String, SecretRef> secrets() {
        return secrets;
    }

    /**
     * Returns the path that answers 200 when the application is healthy.
     *
     * @return the path
     */
    public String healthPath() {
        return healthPath;
    }

    /**
     * Returns how many instances run.
     *
     * @return at least 1
     */
    public int replicas() {
        return replicas;
    }

    /**
     * Returns the public port the caller fixed.
     *
     * @return the port, or empty for any
     */
    public OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * Returns the CPU and memory of an instance.
     *
     * @return the resources, or empty for the provider's own default
     */
    public Optional<Resources> resources() {
        return Optional.ofNullable(resources);
    }

    /**
     * Returns the image that was made of the artifact.
     *
     * @return the image by digest, or empty if there is none and the artifact itself is run
     */
    public Optional<ImageReference> image() {
        return Optional.ofNullable(image);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Workload that && fields().equals(that.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    private List<Object> fields() {
        return List.of(artifact, command, environment, secrets, healthPath, replicas, port(), resources(), image());
    }

    @Override
    public String toString() {
        return "Workload" + fields();
    }

    /** Collects the optional parts of a workload. Not thread-safe. */
    public static final class Builder {
        private final Digest artifact;
        private final List<String> command;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Map<String, SecretRef> secrets = new LinkedHashMap<>();
        private String healthPath = "/health";
        private int replicas = 1;
        private @Nullable Integer port;
        private @Nullable Resources resources;
        private @Nullable ImageReference image;

        private Builder(Digest artifact, List<String> command) {
            this.artifact = Objects.requireNonNull(artifact, "artifact");
            this.command = List.copyOf(command);
        }

        /**
         * Adds plain variables.
         *
         * @param variables name to value
         * @return this
         */
        public Builder addEnvironment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /**
         * Adds secrets by reference.
         *
         * @param references name to reference
         * @return this
         */
        public Builder addSecrets(Map<String, SecretRef> references) {
            secrets.putAll(references);
            return this;
        }

        /**
         * Sets the health path; {@code /health} by default.
         *
         * @param path the path
         * @return this
         */
        public Builder healthPath(String path) {
            this.healthPath = Objects.requireNonNull(path, "path");
            return this;
        }

        /**
         * Sets the number of instances; 1 by default.
         *
         * @param count at least 1
         * @return this
         */
        public Builder replicas(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("replicas: at least 1, not " + count);
            }
            this.replicas = count;
            return this;
        }

        /**
         * Fixes the public port; any free one by default.
         *
         * @param number the port, or null for any
         * @return this
         */
        public Builder port(@Nullable Integer number) {
            this.port = number;
            return this;
        }

        /**
         * Sets CPU and memory of an instance; the provider's default otherwise.
         *
         * @param size the resources, or null for the default
         * @return this
         */
        public Builder resources(@Nullable Resources size) {
            this.resources = size;
            return this;
        }

        /**
         * Sets the image that was made of the artifact; none otherwise.
         *
         * @param reference the image by digest, or null for none
         * @return this
         */
        public Builder image(@Nullable ImageReference reference) {
            if (reference != null && reference.digest().isEmpty()) {
                throw new IllegalArgumentException("image: by digest, not " + reference);
            }
            this.image = reference;
            return this;
        }

        /**
         * Returns the workload; may be called again.
         *
         * @return the workload
         */
        public Workload build() {
            return new Workload(this);
        }
    }
}
