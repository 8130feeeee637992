package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.testkit.fake.FakeGeneratorFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FakeGeneratorContractTest extends GeneratorContract {
    @TempDir
    private Path home;

    private Rig rig;

    private Rig rig() {
        if (rig == null) {
            rig = new Rig(home);
        }
        return rig;
    }

    @Override
    protected Generator generator() {
        FakeGeneratorFactory factory = FakeGeneratorFactory.of("fake-generator");
        return factory.create(rig().lend(factory));
    }

    @Override
    protected AppSpec fitting() {
        return AppSpec.ofKind(Trait.stated(AppKind.API, "service")).build();
    }

    @Override
    protected Optional<AppSpec> unfit() {
        return Optional.empty();
    }

    @AfterEach
    final void closeRig() {
        rig.close();
    }
}
