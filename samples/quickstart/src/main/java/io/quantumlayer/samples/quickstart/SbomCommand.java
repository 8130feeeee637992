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

/** Lists what an image or a folder is made of. */
@Command(
        name = "sbom",
        mixinStandardHelpOptions = true,
        description = "Lists what an image or folder is made of: lock files, jars, installed packages.")
final class SbomCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Parameters(paramLabel = "REF|DIR", description = "The image, or a folder that is there.")
    private String subject = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "cyclonedx or spdx (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CYCLONEDX;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Sbom sbom = Files.isDirectory(Path.of(subject)) ? ImageSbom.of(Path.of(subject)) : ofImage();
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

    private Sbom ofImage() {
        Path room = common.home().resolve("images").resolve("unpacked");
        return ImageSbom.of(Calls.now(), registries.registry(), ImageReference.parse(subject), room);
    }

    /** How it is written. */
    enum Format {
        CYCLONEDX,
        SPDX
    }
}
