package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpecBuilder;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.image.jib.SourceImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds an image from a directory, without a daemon. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Builds an image from a directory, without a daemon.")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Parameters(paramLabel = "DIR", description = "Built Java, Python, Node, static pages, or one program for Linux.")
    private Path directory = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "REF", description = "A registry's REF, tar:FILE or oci:DIR.")
    private String to = "";

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "NAME@sha256:..., oci:DIR, dir:DIR or scratch (default: ${DEFAULT-VALUE}).")
    private String base = "scratch";

    @Option(names = "--entrypoint", paramLabel = "WORD", description = "One word of the command; give it once a word.")
    private List<String> entrypoint = new ArrayList<>();

    @Option(names = "--label", paramLabel = "KEY=VALUE", description = "A label, which is an OCI annotation too.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "An environment variable; never a secret.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--port", paramLabel = "PORT", description = "A TCP port it listens on.")
    private List<Integer> ports = new ArrayList<>();

    @Option(names = "--platform", paramLabel = "OS/ARCH", description = "A platform (default: linux/amd64).")
    private List<String> platforms = new ArrayList<>();

    @Override
    public Integer call() {
        Output output = common.output();
        ImageSpecBuilder spec = SourceImages.of(directory, base(base)).toBuilder();
        if (!entrypoint.isEmpty()) {
            spec.entrypoint(entrypoint);
        }
        labels.forEach(spec::addLabel);
        environment.forEach(spec::addEnvironment);
        ports.forEach(spec::addPort);
        platforms.forEach(spec::addPlatform);
        BuiltImage built = JibImageBuilder.create(common.home().resolve("images"), registries.registry())
                .build(Calls.now(), spec.build(), target(to), stage -> output.note("Stage", stage));
        output.note("Image", to + " " + built.digest());
        output.note("Platforms", String.join(", ", built.platforms()));
        built.diffIds().forEach(layer -> output.note("Layer", layer.toString()));
        return ExitCode.DONE;
    }

    static ImageBase base(String text) {
        if (text.equals("scratch")) {
            return new ImageBase.Scratch();
        }
        if (text.startsWith("oci:")) {
            return new ImageBase.Layout(Path.of(text.substring(4)));
        }
        return text.startsWith("dir:")
                ? new ImageBase.Directory(Path.of(text.substring(4)))
                : new ImageBase.Registry(ImageReference.parse(text));
    }

    private static ImageTarget target(String text) {
        if (text.startsWith("tar:")) {
            return new ImageTarget.Tar(Path.of(text.substring(4)));
        }
        return text.startsWith("oci:")
                ? new ImageTarget.Layout(Path.of(text.substring(4)))
                : new ImageTarget.Registry(ImageReference.parse(text));
    }
}
