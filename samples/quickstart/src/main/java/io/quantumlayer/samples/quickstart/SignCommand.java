package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.security.signing.Attestation;
import io.quantumlayer.security.signing.ImageSigner;
import io.quantumlayer.security.signing.SignatureLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs an image, or attests a fact about it, as cosign does. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = "Signs an image, or attests a fact about it, as cosign does.")
final class SignCommand implements Callable<Integer> {
    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Mixin
    private final OutputOptions told = new OutputOptions();

    @Parameters(paramLabel = "REF", description = "The image.")
    private String image = "";

    @Option(names = "--older", description = "Stores it in the older layout, under a tag of the digest.")
    private boolean older;

    @Option(names = "--predicate", paramLabel = "FILE", description = "Attests this JSON instead of signing.")
    private Optional<Path> predicate = Optional.empty();

    @Option(names = "--type", paramLabel = "URI", description = "The predicate's type: cyclonedx, spdx, slsa or a URI.")
    private String type = "slsa";

    @Override
    public Integer call() {
        SignatureLayout layout = older ? SignatureLayout.TAG : SignatureLayout.BUNDLE;
        ImageSigner signer = ImageSigner.create(registries.registry(), keys.key());
        ImageReference reference = ImageReference.parse(image);
        Digest signed = predicate.isPresent()
                ? signer.attest(Calls.now(), reference, attestation(predicate.get()), layout)
                : signer.sign(Calls.now(), reference, layout);
        told.output().note("Signed", reference.at(signed).toString());
        return ExitCode.DONE;
    }

    private Attestation attestation(Path file) {
        return new Attestation(predicateType(type), new String(Inputs.read(file), StandardCharsets.UTF_8));
    }

    static String predicateType(String name) {
        return switch (name) {
            case "cyclonedx" -> Attestation.CYCLONEDX;
            case "spdx" -> Attestation.SPDX;
            case "slsa" -> Attestation.PROVENANCE;
            default -> name;
        };
    }
}
