package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.security.signing.ImageVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies who signed an image and what is attested about it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies who signed an image and what is attested about it: 0 proved, 1 refused.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final OutputOptions told = new OutputOptions();

    @Parameters(paramLabel = "REF", description = "The image.")
    private String image = "";

    @Option(
            names = "--attestation",
            paramLabel = "TYPE",
            description = "Asks for this attestation too: cyclonedx, spdx, slsa or a URI.")
    private List<String> attestations = new ArrayList<>();

    @Override
    public Integer call() {
        ImageVerifier verifier = trust.imageVerifier(registries.registry());
        ImageReference reference = ImageReference.parse(image);
        Verdicts verdicts = new Verdicts(told.output());
        int code = verdicts.told(verifier.signature(Calls.now(), reference));
        for (String type : attestations) {
            String uri = SignCommand.predicateType(type);
            code = Math.max(code, verdicts.told(verifier.attestation(Calls.now(), reference, uri)));
        }
        return code;
    }
}
