package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small files that options name. */
final class Inputs {
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private Inputs() {}

    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw refusal("The file " + file + " is larger than 32 MiB.", null);
            }
            return content;
        } catch (IOException e) {
            throw refusal("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static QuantumLayerException refusal(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "input.unreadable", message), cause);
    }
}
