package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.supply.ImageSupply;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.security.sbom.ImageRecords;
import io.quantumlayer.security.signing.ImageSigner;
import io.quantumlayer.security.signing.ImageVerifier;
import io.quantumlayer.security.signing.SignatureLayout;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs applications as images that are built, scanned, listed, signed and verified on the way, in podman. */
final class ContainerMode {
    private static final String JAVA = "/opt/java/bin/java";
    private static final String PYTHON = "/usr/bin/python3";

    @Option(names = "--container", description = "Makes a signed image of the application and runs it in podman.")
    private boolean on;

    @Option(
            names = "--registry",
            paramLabel = "HOST/PATH",
            description = "Where images go, such as 127.0.0.1:5000/ql; needed with --container.")
    private String repository = "";

    @Option(
            names = "--java-base",
            paramLabel = "BASE",
            description = "An image with " + JAVA + " (default: made of the Java that runs this command).")
    private String javaBase = "";

    @Option(names = "--python-base", paramLabel = "BASE", description = "An image with " + PYTHON + ".")
    private String pythonBase = "";

    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    QuantumLayer open(CommonOptions common) {
        return open(common, UnaryOperator.identity());
    }

    /** Opens with what else a command sets; nothing is written before it is known that containers can be run. */
    QuantumLayer open(CommonOptions common, UnaryOperator<QuantumLayerBuilder> more) {
        if (!on) {
            return more.apply(common.builder()).build();
        }
        Path podman = podman();
        ImageReference target = target();
        QuantumLayerBuilder builder = more.apply(common.builder());
        Optional.ofNullable(System.getenv("CONTAINERS_CONF"))
                .ifPresent(file -> builder.setting("local", "containers-conf", file));
        return builder.setting("local", "podman", podman.toString())
                .images(supply(common.home(), target))
                .build();
    }

    /** Returns the file with which anybody checks the signatures of this home; empty without containers. */
    Optional<Path> key(CommonOptions common) {
        return on ? Optional.of(keys(common.home()).resolve("cosign.pub")) : Optional.empty();
    }

    private static Path keys(Path home) {
        return home.resolve("keys");
    }

    private ImageSupply supply(Path home, ImageReference target) {
        ImageRegistry registry = registries.registry();
        HomeKey key = HomeKey.in(keys(home));
        ImageSigner signer = ImageSigner.create(registry, key.signing());
        ImageBase java = javaBase.isEmpty()
                ? new ImageBase.Directory(JavaBase.in(home.resolve("images").resolve("java-base")))
                : BuildCommand.base(javaBase);
        ImageSupply.Builder supply = ImageSupply.builder(
                        target, registry, JibImageBuilder.create(home.resolve("images"), registry))
                .tool(Tool.JAVA, java, JAVA)
                .statements(ImageRecords.of(registry))
                .signing(signer.storing(SignatureLayout.BUNDLE))
                .verification(ImageVerifier.trusting(registry, key.verification()));
        if (!pythonBase.isEmpty()) {
            supply.tool(Tool.PYTHON, BuildCommand.base(pythonBase), PYTHON);
        }
        return supply.build();
    }

    private ImageReference target() {
        if (repository.isEmpty()) {
            throw refused(
                    "--container needs a registry: name one with --registry HOST/PATH, such as 127.0.0.1:5000/ql");
        }
        return ImageReference.parse(repository);
    }

    private static Path podman() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "podman").toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> refused("--container runs releases in podman, which is not there: install it (Debian,"
                                + " Ubuntu: apt-get install podman; macOS: brew install podman), or leave"
                                + " --container out"));
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "ql.container", message));
    }
}
