package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.testkit.fake.FakeGeneratorFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class CoreArtifactStoreContractTest extends ArtifactStoreContract {
    @TempDir
    private Path home;

    private final List<Rig> rigs = new ArrayList<>();

    @Override
    protected ArtifactStore store() {
        Rig rig = new Rig(home);
        rigs.add(rig);
        return rig.lend(FakeGeneratorFactory.of("fake-generator")).artifacts();
    }

    @AfterEach
    final void closeRigs() {
        rigs.forEach(Rig::close);
    }
}
