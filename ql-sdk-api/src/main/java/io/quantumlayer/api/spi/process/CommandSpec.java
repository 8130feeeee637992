package io.quantumlayer.api.spi.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A command to start and how it is confined. Immutable; made by {@link #builder}.
 *
 * <p>The command gets exactly {@link #environment()} and nothing from the host's environment. Inside the sandbox it
 * sees the system read-only, {@link #readable()} read-only, and {@link #folder()} and {@link #writable()} to write.
 */
public final class CommandSpec {
    private final String marker;
    private final Path folder;
    private final List<String> command;
    private final Map<String, String> environment;
    private final List<Path> readable;
    private final List<Path> writable;
    private final boolean network;
    private final boolean outlivesHost;

    private CommandSpec(Builder builder) {
        this.marker = builder.marker;
        this.folder = builder.folder;
        this.command = List.copyOf(builder.command);
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        this.readable = List.copyOf(builder.readable);
        this.writable = List.copyOf(builder.writable);
        this.network = builder.network;
        this.outlivesHost = builder.outlivesHost;
    }

    /**
     * Begins a specification.
     *
     * @param marker the idempotency key by which the process is found again; it stands in its environment as
     *     {@code QL_MARKER}
     * @param folder the working folder, which must exist and belongs to this command alone; {@code command.log},
     *     {@code command.pid} and {@code command.exit} appear there
     * @param command the program and its arguments
     * @return a builder with no environment, no extra paths, no network, ending with its host
     */
    public static Builder builder(String marker, Path folder, List<String> command) {
        return new Builder(marker, folder, command);
    }

    /**
     * Returns the key by which the process is found again.
     *
     * @return the marker
     */
    public String marker() {
        return marker;
    }

    /**
     * Returns the working folder.
     *
     * @return the folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * Returns the program and its arguments.
     *
     * @return the command
     */
    public List<String> command() {
        return command;
    }

    /**
     * Returns the whole environment of the command, the marker excepted.
     *
     * @return name to value, in order
     */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Returns what may be read besides the system.
     *
     * @return the paths
     */
    public List<Path> readable() {
        return readable;
    }

    /**
     * Returns what may be written besides the folder.
     *
     * @return the paths
     */
    public List<Path> writable() {
        return writable;
    }

    /**
     * Says whether the command may use the network.
     *
     * @return false by default
     */
    public boolean network() {
        return network;
    }

    /**
     * Says whether the command goes on when the host process ends.
     *
     * @return false by default
     */
    public boolean outlivesHost() {
        return outlivesHost;
    }

    /** Collects the optional parts of a specification. Not thread-safe. */
    public static final class Builder {
        private final String marker;
        private final Path folder;
        private final List<String> command;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<Path> readable = new ArrayList<>();
        private final List<Path> writable = new ArrayList<>();
        private boolean network;
        private boolean outlivesHost;

        private Builder(String marker, Path folder, List<String> command) {
            this.marker = Objects.requireNonNull(marker, "marker");
            this.folder = Objects.requireNonNull(folder, "folder");
            this.command = new ArrayList<>(command);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("command: needs at least the program to start");
            }
        }

        /**
         * Adds a variable.
         *
         * @param name its name
         * @param value its value
         * @return this
         */
        public Builder addEnvironment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /**
         * Adds a path that may be read.
         *
         * @param path an existing file or folder
         * @return this
         */
        public Builder addReadable(Path path) {
            readable.add(path);
            return this;
        }

        /**
         * Adds a path that may be written.
         *
         * @param path an existing folder
         * @return this
         */
        public Builder addWritable(Path path) {
            writable.add(path);
            return this;
        }

        /**
         * Says whether the command may use the network; false by default.
         *
         * @param allowed whether it may
         * @return this
         */
        public Builder network(boolean allowed) {
            this.network = allowed;
            return this;
        }

        /**
         * Says whether the command goes on when the host process ends; false by default.
         *
         * @param value whether it does
         * @return this
         */
        public Builder outlivesHost(boolean value) {
            this.outlivesHost = value;
            return this;
        }

        /**
         * Returns the specification; may be called again.
         *
         * @return the specification
         */
        public CommandSpec build() {
            return new CommandSpec(this);
        }
    }
}
