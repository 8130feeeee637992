package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class LocalErrorsTest {
    private final LocalErrors errors = new LocalErrors();

    @Test
    void aRefusalOfTheFileSystemIsTypedByWhatCuresIt() {
        assertThat(type(new AccessDeniedException("/home"))).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(type(new FileSystemException("/home", null, "No space left on device")))
                .isEqualTo(ErrorType.RESOURCE);
        assertThat(type(new FileSystemException("/home", null, "Disk quota exceeded")))
                .isEqualTo(ErrorType.RESOURCE);
        assertThat(type(new InterruptedIOException("stop"))).isEqualTo(ErrorType.TIMEOUT);
    }

    @Test
    void aFailureThatIsKnownAlreadyIsKept() {
        Failure failure = LocalFailures.noHome();
        assertThat(errors.classify(new QuantumLayerException(failure))).contains(failure);
    }

    @Test
    void anythingElseIsLeftToOthers() {
        assertThat(errors.classify(new IOException("who knows"))).isEmpty();
        assertThat(errors.classify(new FileSystemException("/home", null, "File exists")))
                .isEmpty();
    }

    private ErrorType type(Throwable thrown) {
        return errors.classify(thrown).orElseThrow().type();
    }
}
