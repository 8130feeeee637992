package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hands secrets to a release as files that only their owner may read, never as variables. */
final class SecretFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final String SUFFIX = "_FILE";

    private final SecretResolver resolver;

    SecretFiles(SecretResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Resolves and writes every secret anew.
     *
     * @return the variables that name the files
     */
    Map<String, String> write(CallContext context, Map<String, SecretRef> secrets, Path folder) throws IOException {
        Folders.delete(folder); // a folder that was handed to another account would leave a new file unreadable to it
        Folders.create(folder);
        Map<String, String> variables = new LinkedHashMap<>();
        for (Map.Entry<String, SecretRef> entry : secrets.entrySet()) {
            String name = entry.getKey();
            if (!NAME.matcher(name).matches()) {
                throw new QuantumLayerException(LocalFailures.badSecretName());
            }
            Path file = folder.resolve(name);
            try (Secret secret = resolver.resolve(context, entry.getValue())) {
                write(file, secret);
            }
            variables.put(name + SUFFIX, file.toString());
        }
        return variables;
    }

    private static void write(Path file, Secret secret) throws IOException {
        Optional<IOException> failed = secret.reveal(value -> {
            try {
                Folders.writePrivately(file, value);
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        });
        if (failed.isPresent()) {
            throw failed.get();
        }
    }
}
