package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.testkit.contract.FreshProber;
import io.quantumlayer.testkit.contract.KitOutage;
import io.quantumlayer.testkit.contract.KitTime;
import io.quantumlayer.testkit.contract.ProviderContract;
import io.quantumlayer.testkit.contract.ProviderTrait;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The local provider, with real processes")
@EnabledOnOs(OS.LINUX) // What is left is counted in /proc.
class LocalProviderContractIT extends ProviderContract {
    @TempDir
    private Path folder;

    private LocalHosts hosts;

    /** Comes after the kit has taken away what it placed. */
    @RegisterExtension
    final AfterEachCallback nothingIsLeft = context -> {
        hosts().close();
        assertThat(hosts().processes()).isEmpty();
        assertThat(hosts().leftovers()).isEmpty();
    };

    private LocalHosts hosts() {
        if (hosts == null) {
            hosts = new LocalHosts(folder);
        }
        return hosts;
    }

    @Override
    protected Provider provider() {
        return hosts().provider();
    }

    @Override
    protected ReleaseSpec release(int number) {
        return hosts().release(application(), number);
    }

    /** Nobody can make this machine refuse. */
    @Override
    protected Optional<KitOutage> outage() {
        return Optional.empty();
    }

    @Override
    protected Set<ProviderTrait> traits() {
        return EnumSet.allOf(ProviderTrait.class);
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
        return OptionalInt.of(hosts().traces());
    }
}
