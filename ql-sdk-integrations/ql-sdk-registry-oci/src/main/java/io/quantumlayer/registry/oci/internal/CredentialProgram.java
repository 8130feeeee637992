package io.quantumlayer.registry.oci.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.spi.secrets.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks a program {@code docker-credential-NAME} for a credential. */
final class CredentialProgram {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_BYTES = 256 * 1024;
    private static final int SECONDS = 30;

    private final String program;

    CredentialProgram(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Failures.configuration(
                    "A credential helper's name holds letters, digits, dots and hyphens only.", null);
        }
        this.program = "docker-credential-" + name;
    }

    Optional<Credential> get(String server) {
        try {
            Process process = new ProcessBuilder(program, "get")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(server.getBytes(StandardCharsets.UTF_8));
            }
            return answer(process);
        } catch (IOException e) {
            throw Failures.configuration("The credential helper " + program + " does not run; install it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.configuration("The credential helper " + program + " was interrupted.", e);
        }
    }

    private Optional<Credential> answer(Process process) throws IOException, InterruptedException {
        Thread watch = new Thread(() -> endLate(process), "ql-credential-helper");
        watch.setDaemon(true);
        watch.start();
        byte[] output;
        try (InputStream out = process.getInputStream()) {
            output = out.readNBytes(MAX_BYTES);
        }
        int exit = process.waitFor();
        watch.interrupt();
        if (exit != 0) {
            return Optional.empty();
        }
        JsonNode json = Json.object(output)
                .orElseThrow(() -> Failures.configuration("The credential helper " + program + " gave no JSON.", null));
        String user = json.path("Username").asText();
        return Optional.of(new Credential(user, Secret.of(json.path("Secret").asText())));
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
