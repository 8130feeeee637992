package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.security.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Says which key signs. */
final class KeyOptions {
    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The private key, PEM; cosign's too.")
    private Path key = Path.of("");

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            description = "The environment variable with the key's password (default: ${DEFAULT-VALUE}).")
    private String variable = "COSIGN_PASSWORD";

    SigningKey key() {
        String pem = new String(Inputs.read(key), StandardCharsets.UTF_8);
        String password = System.getenv(variable);
        return pem.contains("BEGIN ENCRYPTED ") && password != null
                ? SigningKey.pem(Secret.of(pem), Secret.of(password))
                : SigningKey.pem(Secret.of(pem));
    }
}
