package io.quantumlayer.api.spi.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builds an {@link ImageSpec}. Not thread-safe. */
public final class ImageSpecBuilder {
    private static final Pattern USER = Pattern.compile("[1-9][0-9]{0,8}:[1-9][0-9]{0,8}");
    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+/[a-z0-9_]+(/[a-z0-9]+)?");

    final ImageBase base;
    final List<ImageLayer> layers = new ArrayList<>();
    final Map<String, String> environment = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final List<Integer> ports = new ArrayList<>();
    final List<String> platforms = new ArrayList<>();
    List<String> entrypoint = List.of();
    Optional<String> workingDirectory = Optional.empty();
    String user = "10001:10001";

    ImageSpecBuilder(ImageBase base) {
        this.base = base;
    }

    /**
     * Adds a layer above those added so far.
     *
     * @param layer the layer
     * @return this
     */
    public ImageSpecBuilder addLayer(ImageLayer layer) {
        layers.add(layer);
        return this;
    }

    /**
     * Sets the command.
     *
     * @param command program and arguments
     * @return this
     */
    public ImageSpecBuilder entrypoint(List<String> command) {
        entrypoint = List.copyOf(command);
        return this;
    }

    /**
     * Adds an environment variable; never a secret, since images are read by many.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public ImageSpecBuilder addEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /**
     * Adds a label, which becomes an OCI annotation too.
     *
     * @param key as {@code org.opencontainers.image.source}
     * @param value its value
     * @return this
     */
    public ImageSpecBuilder addLabel(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /**
     * Adds a TCP port it listens on.
     *
     * @param port 1 to 65535
     * @return this
     * @throws IllegalArgumentException if it is no port
     */
    public ImageSpecBuilder addPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        ports.add(port);
        return this;
    }

    /**
     * Adds a platform; without any it is {@code linux/amd64}.
     *
     * @param platform as {@code linux/arm64}
     * @return this
     * @throws IllegalArgumentException if it is not written so
     */
    public ImageSpecBuilder addPlatform(String platform) {
        if (!PLATFORM.matcher(platform).matches()) {
            throw new IllegalArgumentException("a platform is written like linux/amd64, not '" + platform + "'");
        }
        platforms.add(platform);
        return this;
    }

    /**
     * Sets where the command starts.
     *
     * @param path an absolute path
     * @return this
     */
    public ImageSpecBuilder workingDirectory(String path) {
        workingDirectory = Optional.of(path);
        return this;
    }

    /**
     * Sets as whom it runs; without this as {@code 10001:10001}.
     *
     * @param value user and group by number
     * @return this
     * @throws IllegalArgumentException if it is not two numbers above zero
     */
    public ImageSpecBuilder user(String value) {
        if (!USER.matcher(value).matches()) {
            throw new IllegalArgumentException("a user is two numbers above zero, as 10001:10001, not '" + value + "'");
        }
        user = value;
        return this;
    }

    /**
     * Builds the spec.
     *
     * @return the spec
     */
    public ImageSpec build() {
        return new ImageSpec(this);
    }
}
