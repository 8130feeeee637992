package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.testkit.fake.FakeRegistry;

class FakeRegistryRetentionContractTest extends RegistryRetentionContract {
    @Override
    protected ImageRegistry registry() {
        return FakeRegistry.create();
    }

    @Override
    protected ImageReference repository() {
        return ImageReference.parse("registry.example.org/kit/todo:any");
    }
}
