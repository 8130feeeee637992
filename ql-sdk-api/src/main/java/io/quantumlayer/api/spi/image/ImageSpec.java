package io.quantumlayer.api.spi.image;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What goes into an image. Immutable. */
public final class ImageSpec {
    private final ImageBase base;
    private final List<ImageLayer> layers;
    private final List<String> entrypoint;
    private final Map<String, String> environment;
    private final Map<String, String> labels;
    private final List<Integer> ports;
    private final List<String> platforms;
    private final Optional<String> workingDirectory;
    private final String user;

    ImageSpec(ImageSpecBuilder builder) {
        this.base = builder.base;
        this.layers = List.copyOf(builder.layers);
        this.entrypoint = List.copyOf(builder.entrypoint);
        this.environment = Collections.unmodifiableMap(new TreeMap<>(builder.environment));
        this.labels = Collections.unmodifiableMap(new TreeMap<>(builder.labels));
        this.ports = builder.ports.stream().sorted().distinct().toList();
        this.platforms = builder.platforms.isEmpty() ? List.of("linux/amd64") : List.copyOf(builder.platforms);
        this.workingDirectory = builder.workingDirectory;
        this.user = builder.user;
    }

    /**
     * Starts a spec.
     *
     * @param base what the image stands on
     * @return a builder
     */
    public static ImageSpecBuilder on(ImageBase base) {
        return new ImageSpecBuilder(base);
    }

    /**
     * Returns a builder that begins with this spec.
     *
     * @return a builder
     */
    public ImageSpecBuilder toBuilder() {
        ImageSpecBuilder builder =
                new ImageSpecBuilder(base).entrypoint(entrypoint).user(user);
        layers.forEach(builder::addLayer);
        environment.forEach(builder::addEnvironment);
        labels.forEach(builder::addLabel);
        ports.forEach(builder::addPort);
        platforms.forEach(builder::addPlatform);
        workingDirectory.ifPresent(builder::workingDirectory);
        return builder;
    }

    /**
     * Returns what it stands on.
     *
     * @return the base
     */
    public ImageBase base() {
        return base;
    }

    /**
     * Returns its own layers, those that change least first.
     *
     * @return the layers
     */
    public List<ImageLayer> layers() {
        return layers;
    }

    /**
     * Returns the command it starts.
     *
     * @return program and arguments; empty means the base's
     */
    public List<String> entrypoint() {
        return entrypoint;
    }

    /**
     * Returns its environment, beside the base's.
     *
     * @return name to value, in name order
     */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Returns its labels, which are its OCI annotations too.
     *
     * @return key to value, in key order
     */
    public Map<String, String> labels() {
        return labels;
    }

    /**
     * Returns the TCP ports it listens on.
     *
     * @return the ports, in order
     */
    public List<Integer> ports() {
        return ports;
    }

    /**
     * Returns its platforms.
     *
     * @return as {@code linux/amd64}, at least one
     */
    public List<String> platforms() {
        return platforms;
    }

    /**
     * Returns where its command starts.
     *
     * @return an absolute path; empty means the base's
     */
    public Optional<String> workingDirectory() {
        return workingDirectory;
    }

    /**
     * Returns as whom it runs.
     *
     * @return user and group by number, never root
     */
    public String user() {
        return user;
    }
}
