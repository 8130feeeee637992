package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a Sigstore bundle about a file or digest, offline. */
@Command(
        name = "verify-bundle",
        mixinStandardHelpOptions = true,
        description = "Verifies a Sigstore bundle about a file or digest, offline: 0 proved, 1 refused.")
final class VerifyBundleCommand implements Callable<Integer> {
    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final OutputOptions told = new OutputOptions();

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "The bundle.")
    private Path bundle = Path.of("");

    @Parameters(paramLabel = "FILE_OR_DIGEST", description = "A file, or sha256: and 64 hex digits.")
    private String subject = "";

    @Override
    public Integer call() throws IOException {
        BundleVerifier verifier = trust.verifier();
        byte[] json = Inputs.read(bundle);
        return new Verdicts(told.output()).told(verifier.verify(Calls.now(), json, subject()));
    }

    private SignedSubject subject() {
        boolean digest = subject.matches("sha256:[0-9a-fA-F]{64}") && !Files.exists(Path.of(subject));
        return digest
                ? SignedSubject.of(Digest.parse(subject.toLowerCase(java.util.Locale.ROOT)))
                : SignedSubject.of(Path.of(subject));
    }
}
