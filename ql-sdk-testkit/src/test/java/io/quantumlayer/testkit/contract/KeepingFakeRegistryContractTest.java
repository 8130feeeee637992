package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.testkit.fake.FakeRegistry;
import java.util.Set;

class KeepingFakeRegistryContractTest extends FakeRegistryContractTest {
    @Override
    protected ImageRegistry registry() {
        return FakeRegistry.withoutDeletion();
    }

    @Override
    protected Set<RegistryTrait> traits() {
        return Set.of(RegistryTrait.REFERRERS);
    }
}
