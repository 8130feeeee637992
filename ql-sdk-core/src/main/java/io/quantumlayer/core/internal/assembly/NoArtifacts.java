package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Stands in for the store of an instance without a home: it holds nothing and names the setting. */
final class NoArtifacts implements ArtifactStore {
    @Override
    public Digest put(FileTree tree) {
        throw missing();
    }

    @Override
    public Digest put(Path folder) {
        throw missing();
    }

    @Override
    public Digest put(Path folder, Predicate<String> taken, FileTree added) {
        throw missing();
    }

    @Override
    public boolean contains(Digest digest) {
        return false;
    }

    @Override
    public boolean verify(Digest digest) {
        return false;
    }

    @Override
    public Path open(Digest digest) {
        throw missing();
    }

    @Override
    public void copyTo(Digest digest, Path target) {
        throw missing();
    }

    private static QuantumLayerException missing() {
        return new QuantumLayerException(Failure.of(
                ErrorType.CONFIGURATION,
                "home.missing",
                "artifacts are kept below home: call home(path) on the builder"));
    }
}
