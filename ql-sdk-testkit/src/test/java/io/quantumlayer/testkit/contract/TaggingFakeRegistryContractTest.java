package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.testkit.fake.FakeRegistry;
import java.util.Set;

class TaggingFakeRegistryContractTest extends FakeRegistryContractTest {
    @Override
    protected ImageRegistry registry() {
        return FakeRegistry.withoutReferrersInterface();
    }

    @Override
    protected Set<RegistryTrait> traits() {
        return Set.of(RegistryTrait.DELETION);
    }
}
