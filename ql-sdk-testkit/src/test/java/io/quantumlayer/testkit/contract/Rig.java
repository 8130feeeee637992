package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.ExtensionFactory;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.testkit.bench.LentByCore;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.fake.Happening;
import io.quantumlayer.testkit.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fake world with what core lends, for one extension alone. */
final class Rig implements AutoCloseable {
    final FakeWorld world = new FakeWorld();
    final ManualTime time = ManualTime.create();
    final LentByCore core;

    Rig(Path home) {
        core = LentByCore.in(home, builder -> builder.time(time.view()).setting("launcher", "sandbox", "off"));
    }

    ExtensionContext lend(ExtensionFactory<?> factory) {
        return core.to(factory, Map.of());
    }

    static FileTree tree(String text) {
        return FileTree.of(Map.of("app/main.txt", text.getBytes(StandardCharsets.UTF_8)), Set.of());
    }

    Digest stored(ExtensionFactory<?> factory, String text) {
        return lend(factory).artifacts().put(tree(text));
    }

    ReleaseSpec release(ExtensionFactory<?> factory, int number) {
        Workload workload = Workload.builder(stored(factory, "the application"), List.of("application"))
                .addEnvironment(Map.of("NUMBER", Integer.toString(number)))
                .build();
        return new ReleaseSpec(
                KitCalls.APPLICATION,
                new ReleaseId("r00000000000" + number),
                Digest.of(workload.toString()),
                new Placement(factory.id() + "/fake/nowhere", factory.id(), Strategy.LOCAL, Map.of()),
                workload);
    }

    /** Counts what was made and not removed, doubles too. */
    int made() {
        return world.log(Happening.Kind.MADE).size()
                - world.log(Happening.Kind.REMOVED).size();
    }

    @Override
    public void close() {
        core.close();
    }
}
