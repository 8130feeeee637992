package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import java.util.List;

/**
 * Creates the provider {@code local}, which runs releases as processes of this machine. Safe for use by many threads.
 *
 * <p>Without a home the provider is created and previews work; each operation then fails with one configuration failure
 * that names {@code home(path)}. A release with an image runs in a container of podman: read-only, as
 * {@code 10001:10001}, without capabilities, within its CPU and memory. CPU and memory are not enforced in process
 * mode.
 */
public final class LocalProviderFactory implements ProviderFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public LocalProviderFactory() {}

    /**
     * Returns {@code local}.
     *
     * @return the id
     */
    @Override
    public String id() {
        return LocalProvider.ID;
    }

    /**
     * Returns the settings {@code java}, {@code drain}, {@code grace}, {@code start}, {@code podman},
     * {@code containers-conf} and {@code country}; none secret.
     *
     * @return the settings with their defaults
     */
    @Override
    public List<Setting> settings() {
        return LocalSettings.KNOWN;
    }

    /**
     * Creates the provider; touches neither files nor network.
     *
     * @param context what the library lends it
     * @return the provider
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration, naming the setting that is wrong
     */
    @Override
    public Provider create(ExtensionContext context) {
        Podman podman = new Podman(ContainerSettings.of(context.settings()));
        return new LocalProvider(context, LocalSettings.of(context.settings()), podman);
    }
}
