package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.testkit.bench.LentByCore;
import io.quantumlayer.testkit.contract.FreshProber;
import io.quantumlayer.testkit.contract.KitOutage;
import io.quantumlayer.testkit.contract.KitSecret;
import io.quantumlayer.testkit.contract.KitTime;
import io.quantumlayer.testkit.contract.ProviderContract;
import io.quantumlayer.testkit.contract.ProviderTrait;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** The provider of Launchpad keeps what every provider promises. */
@DisplayName("The provider of Launchpad")
class LaunchpadContractTest extends ProviderContract {
    @AutoClose
    private final Launchpad launchpad = new Launchpad();

    private final LaunchpadProviderFactory factory = new LaunchpadProviderFactory();

    @AutoClose
    private final LentByCore core;

    LaunchpadContractTest(@TempDir Path home) {
        core = LentByCore.in(home, builder -> builder.addSecretStore(KitSecret.store()));
    }

    final ExtensionContext lent() {
        return core.to(factory, Map.of("url", launchpad.url()));
    }

    @Override
    protected Provider provider() {
        return factory.create(lent());
    }

    @Override
    protected ReleaseSpec release(int number) {
        return release(lent(), new LaunchpadProvider(lent()).offerings().get(0), number);
    }

    @Override
    protected Set<ProviderTrait> traits() {
        return EnumSet.of(ProviderTrait.CANDIDATES, ProviderTrait.INVENTORY, ProviderTrait.LOGS);
    }

    @Override
    protected Prober prober() {
        return new FreshProber();
    }

    @Override
    protected KitTime time() {
        return KitTime.real();
    }

    @Override
    protected OptionalInt outside() {
        return OptionalInt.of(launchpad.things());
    }

    @Override
    protected Optional<KitOutage> outage() {
        return Optional.of(launchpad);
    }
}
