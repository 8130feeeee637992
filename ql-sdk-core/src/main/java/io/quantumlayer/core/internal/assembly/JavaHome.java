package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the JDK that runs this process, from the program it was started with. */
final class JavaHome {
    private JavaHome() {}

    static Path ofThisProcess() {
        return ProcessHandle.current()
                .info()
                .command()
                .map(JavaHome::real)
                .map(Path::getParent)
                .map(Path::getParent)
                .orElseThrow(() -> new QuantumLayerException(unknown()));
    }

    private static Path real(String program) {
        try {
            return Path.of(program).toRealPath();
        } catch (IOException e) {
            throw new QuantumLayerException(unknown(), e);
        }
    }

    private static Failure unknown() {
        return Failure.of(
                ErrorType.DEPENDENCY,
                "java.unknown",
                "the JDK of this process cannot be found; start it with the java program of a JDK");
    }
}
