package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.testkit.fake.FakeRegistry;

class TaggingFakeRegistryRetentionContractTest extends FakeRegistryRetentionContractTest {
    @Override
    protected ImageRegistry registry() {
        return FakeRegistry.withoutReferrersInterface();
    }
}
