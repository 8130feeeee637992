package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.testkit.fake.FakeRegistry;
import java.util.EnumSet;
import java.util.Set;

class FakeRegistryContractTest extends RegistryContract {
    @Override
    protected ImageRegistry registry() {
        return FakeRegistry.create();
    }

    @Override
    protected ImageReference repository() {
        return ImageReference.parse("registry.example.org/kit/todo:any");
    }

    @Override
    protected Set<RegistryTrait> traits() {
        return EnumSet.allOf(RegistryTrait.class);
    }
}
