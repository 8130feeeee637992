package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What the library lends one extension.
 *
 * @param settings its settings
 * @param home its folder, or empty
 * @param services what all extensions share
 */
record Lent(Map<String, String> settings, Optional<Path> home, Services services) implements ExtensionContext {
    /**
     * What all extensions share.
     *
     * @param artifacts the store
     * @param secrets the resolver
     * @param local what runs commands
     * @param clock the source of time
     */
    record Services(ArtifactStore artifacts, SecretResolver secrets, Local local, Clock clock) {}

    /**
     * What runs commands on this machine.
     *
     * @param processes the launcher
     * @param tools the tools that commands name
     */
    record Local(ProcessLauncher processes, Toolchain tools) {}

    @Override
    public ArtifactStore artifacts() {
        return services.artifacts();
    }

    @Override
    public SecretResolver secrets() {
        return services.secrets();
    }

    @Override
    public ProcessLauncher processes() {
        return services.local().processes();
    }

    @Override
    public Toolchain tools() {
        return services.local().tools();
    }

    @Override
    public Clock clock() {
        return services.clock();
    }
}
