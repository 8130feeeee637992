package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.security.signing.ImageVerifier;
import io.quantumlayer.security.signing.KeyBundleVerifier;
import io.quantumlayer.security.signing.VerificationKey;
import io.quantumlayer.signing.sigstore.KeylessBundleVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Says who must have signed: a key, or an identity with its issuer and a trusted root. */
final class TrustOptions {
    @Option(names = "--key", paramLabel = "FILE", description = "The public key, PEM.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--certificate-identity", paramLabel = "NAME", description = "The signer's e-mail or URI, exactly.")
    private Optional<String> identity = Optional.empty();

    @Option(names = "--certificate-oidc-issuer", paramLabel = "URL", description = "Who vouched for it, exactly.")
    private Optional<String> issuer = Optional.empty();

    @Option(names = "--trusted-root", paramLabel = "FILE", description = "The trusted root, JSON; never fetched.")
    private Optional<Path> root = Optional.empty();

    ImageVerifier imageVerifier(ImageRegistry registry) {
        BundleVerifier bundles = verifier();
        return key.map(file -> ImageVerifier.trusting(registry, verificationKey(file)))
                .orElseGet(() -> ImageVerifier.trusting(registry, bundles));
    }

    private static VerificationKey verificationKey(Path file) {
        return VerificationKey.pem(new String(Inputs.read(file), StandardCharsets.UTF_8));
    }

    BundleVerifier verifier() {
        boolean keyless = identity.isPresent() && issuer.isPresent() && root.isPresent();
        if (key.isPresent() && identity.isEmpty() && issuer.isEmpty()) {
            return KeyBundleVerifier.of(verificationKey(key.get()));
        }
        if (key.isPresent() || !keyless) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.VALIDATION,
                    "signing.trust",
                    "Say who must have signed: --key FILE, or all of --certificate-identity, --certificate-oidc-issuer"
                            + " and --trusted-root."));
        }
        return KeylessBundleVerifier.of(Inputs.read(root.get()), identity.get(), issuer.get());
    }
}
