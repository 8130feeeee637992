package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.testkit.fake.FakeBuilderFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FakeBuilderContractTest extends ArtifactBuilderContract {
    @TempDir
    private Path home;

    private Rig rig;

    private Rig rig() {
        if (rig == null) {
            rig = new Rig(home);
        }
        return rig;
    }

    private FakeBuilderFactory factory() {
        return FakeBuilderFactory.of("fake-builder", rig().world).pending(Duration.ofSeconds(20));
    }

    @Override
    protected ArtifactBuilder builder() {
        return factory().create(rig().lend(factory()));
    }

    @Override
    protected ArtifactStore store() {
        return rig().lend(factory()).artifacts();
    }

    @Override
    protected BuildRequest good() {
        Recipe recipe = new Recipe(List.of(), ".", List.of("application"), Map.of(), List.of());
        return new BuildRequest(rig().stored(factory(), "source"), recipe);
    }

    @Override
    protected Optional<BuildRequest> bad() {
        return Optional.empty();
    }

    @Override
    protected KitTime time() {
        return KitTime.manual(rig().time);
    }

    @AfterEach
    final void closeRig() {
        rig.close();
    }
}
