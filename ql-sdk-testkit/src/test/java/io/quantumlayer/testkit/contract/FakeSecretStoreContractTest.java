package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.testkit.fake.FakeSecretStore;

class FakeSecretStoreContractTest extends SecretStoreContract {
    @Override
    protected SecretStore store() {
        return new FakeSecretStore("fake").put("kit", "token", value());
    }

    @Override
    protected SecretRef known() {
        return new SecretRef("fake", "token");
    }

    @Override
    protected SecretRef unknown() {
        return new SecretRef("fake", "nothing");
    }

    @Override
    protected String value() {
        return "the value of the known secret";
    }

    @Override
    protected boolean perTenant() {
        return true;
    }
}
