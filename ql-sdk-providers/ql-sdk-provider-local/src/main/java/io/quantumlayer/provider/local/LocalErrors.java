package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;

/** Says what a file system's refusal means for a release: a full disk wants room, a forbidden folder another home. */
final class LocalErrors implements ErrorClassifier {
    @Override
    public Optional<Failure> classify(Throwable thrown) {
        if (thrown instanceof QuantumLayerException known) {
            return Optional.of(known.failure());
        }
        if (thrown instanceof AccessDeniedException || thrown instanceof ReadOnlyFileSystemException) {
            return failure(ErrorType.CONFIGURATION, "home-not-writable", thrown);
        }
        if (thrown instanceof FileSystemException refused && full(refused)) {
            return failure(ErrorType.RESOURCE, "disk-full", thrown);
        }
        if (thrown instanceof InterruptedIOException) {
            return failure(ErrorType.TIMEOUT, "interrupted", thrown);
        }
        return Optional.empty();
    }

    /** The JDK has no class for a full disk, only the system's text as reason. */
    private static boolean full(FileSystemException refused) {
        String reason = String.valueOf(refused.getReason()).toLowerCase(Locale.ROOT);
        return reason.contains("no space left") || reason.contains("quota exceeded");
    }

    private static Optional<Failure> failure(ErrorType type, String name, Throwable thrown) {
        return Optional.of(
                Failure.of(type, LocalFailures.code(name), name.replace('-', ' ') + ": " + thrown.getMessage()));
    }
}
