package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.image.jib.SourceImages;
import io.quantumlayer.registry.oci.OciRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Builds the image of a directory in a process of its own and prints its digest and layers. */
final class ImageDigestMain {
    private ImageDigestMain() {}

    public static void main(String[] arguments) {
        Path work = Path.of(arguments[1]);
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("tests", "digest"), "a".repeat(26));
        CallContext context =
                CallContext.of(run, "b".repeat(26), clock.instant().plus(Duration.ofMinutes(2)), clock);
        BuiltImage built = JibImageBuilder.create(
                        work.resolve("cache"), OciRegistry.create().build())
                .build(
                        context,
                        SourceImages.of(Path.of(arguments[0]), new ImageBase.Scratch()),
                        new ImageTarget.Layout(work.resolve("layout")),
                        stage -> {});
        System.out.println("digest " + built.digest());
        built.diffIds().forEach(layer -> System.out.println("layer " + layer));
    }
}
