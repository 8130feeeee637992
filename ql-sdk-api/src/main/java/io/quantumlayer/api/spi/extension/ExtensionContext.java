package io.quantumlayer.api.spi.extension;

import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What the library lends an extension for its whole life. Thread-safe. */
public interface ExtensionContext {
    /**
     * Returns the values of the extension's settings, defaults filled in.
     *
     * @return name to value, unmodifiable
     */
    Map<String, String> settings();

    /**
     * Returns the folder that belongs to this extension alone, below the home given to the builder.
     *
     * @return the folder, which may not exist yet; empty if the library was built without a home
     */
    Optional<Path> home();

    /**
     * Returns the store of sources and artifacts.
     *
     * @return the store
     */
    ArtifactStore artifacts();

    /**
     * Returns what turns secret references into secrets; each value it gives is redacted everywhere from then on.
     *
     * @return the resolver
     */
    SecretResolver secrets();

    /**
     * Returns what starts local commands.
     *
     * @return the launcher
     */
    ProcessLauncher processes();

    /**
     * Returns the tools of this machine that commands name by placeholders.
     *
     * @return the tools
     */
    Toolchain tools();

    /**
     * Returns the only source of time.
     *
     * @return the clock
     */
    Clock clock();
}
