package io.quantumlayer.samples.benchmarks.image;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.registry.oci.OciRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Ours, with a cache folder of its own. */
final class OurBuilds implements Builds {
    private static final String KEY = "b".repeat(26);

    private final ImageBuilder builder;

    OurBuilds(Path cache) {
        this.builder = JibImageBuilder.create(cache, OciRegistry.create().build());
    }

    @Override
    public void build(Sources sources, Path layout) {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("default", "bench"), KEY);
        CallContext call = CallContext.of(run, KEY, clock.instant().plus(Duration.ofMinutes(5)), clock);
        builder.build(call, sources.spec(), new ImageTarget.Layout(layout), stage -> {});
    }
}
