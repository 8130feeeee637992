package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.security.sbom.ImageSbom;
import io.quantumlayer.security.sbom.Sbom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what an image is made of. */
@Command(
        name = "sbom",
        mixinStandardHelpOptions = true,
        description = "Lists what an image is made of, from its lock files and jars.")
final class SbomCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Parameters(paramLabel = "REF", description = "The image.")
    private String image = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "cyclonedx or spdx (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CYCLONEDX;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Path room = common.home().resolve("images").resolve("unpacked");
        Sbom sbom = ImageSbom.of(Calls.now(), registries.registry(), ImageReference.parse(image), room);
        String text = format == Format.SPDX ? sbom.toSpdx(Instant.now()) : sbom.toCycloneDx();
        if (out.isPresent()) {
            Files.writeString(out.get(), text);
            common.output().note("Components", String.valueOf(sbom.components().size()));
            sbom.gaps().forEach(gap -> common.output().note("Gap", gap));
        } else {
            System.out.println(text);
        }
        return ExitCode.DONE;
    }

    /** How it is written. */
    enum Format {
        CYCLONEDX,
        SPDX
    }
}
