package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ProviderFactory;
import java.util.List;

/** Creates the provider of Launchpad. */
public final class LaunchpadProviderFactory implements ProviderFactory {
    @Override
    public String id() {
        return "launchpad";
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("url", "where Launchpad answers", "http://127.0.0.1:7070", false));
    }

    @Override
    public Provider create(ExtensionContext context) {
        return new LaunchpadProvider(context);
    }
}
