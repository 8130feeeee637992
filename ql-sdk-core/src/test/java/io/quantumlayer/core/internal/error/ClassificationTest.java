package io.quantumlayer.core.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClassificationTest {
    private static final ErrorClassifier NOBODY = thrown -> Optional.empty();

    private final Classification classification = new Classification(text -> text.replace("hunter2", "***"));

    static Stream<Arguments> exceptions() {
        return Stream.of(
                of(new UnknownHostException("db"), ErrorType.NETWORK),
                of(new ConnectException("refused"), ErrorType.NETWORK),
                of(new NoRouteToHostException(), ErrorType.NETWORK),
                of(new PortUnreachableException(), ErrorType.NETWORK),
                of(new SocketException("reset"), ErrorType.NETWORK),
                of(new HttpConnectTimeoutException("t"), ErrorType.NETWORK),
                of(new EOFException(), ErrorType.NETWORK),
                of(new AsynchronousCloseException(), ErrorType.NETWORK),
                of(new SSLException("closed"), ErrorType.NETWORK),
                of(new ConnectionShutdownException(), ErrorType.NETWORK),
                of(new StreamResetException(ErrorCode.INTERNAL_ERROR), ErrorType.NETWORK),
                of(new StreamResetException(ErrorCode.REFUSED_STREAM), ErrorType.SERVICE_UNAVAILABLE),
                of(new RejectedExecutionException(), ErrorType.SERVICE_UNAVAILABLE),
                of(new SocketTimeoutException("Read timed out"), ErrorType.TIMEOUT),
                of(new HttpTimeoutException("t"), ErrorType.TIMEOUT),
                of(new InterruptedIOException("timeout"), ErrorType.TIMEOUT),
                of(new ClosedByInterruptException(), ErrorType.TIMEOUT),
                of(new InterruptedException(), ErrorType.TIMEOUT),
                of(new TimeoutException(), ErrorType.TIMEOUT),
                of(new CancellationException(), ErrorType.TIMEOUT),
                of(new BindException("in use"), ErrorType.RESOURCE),
                of(new FileSystemException("f", null, "No space left on device"), ErrorType.RESOURCE),
                of(new IOException("error=24, Too many open files"), ErrorType.RESOURCE),
                of(new SSLHandshakeException("no cipher"), ErrorType.CONFIGURATION),
                of(new SSLPeerUnverifiedException("name"), ErrorType.CONFIGURATION),
                of(new CertificateExpiredException(), ErrorType.CONFIGURATION),
                of(new CertPathValidatorException(), ErrorType.CONFIGURATION),
                of(new UnknownServiceException(), ErrorType.CONFIGURATION),
                of(new NoSuchFileException("f"), ErrorType.CONFIGURATION),
                of(new FileNotFoundException("f"), ErrorType.CONFIGURATION),
                of(new ReadOnlyFileSystemException(), ErrorType.CONFIGURATION),
                of(new FileSystemLoopException("f"), ErrorType.CONFIGURATION),
                of(new ProtocolException(), ErrorType.DEPENDENCY),
                of(new AccessDeniedException("f"), ErrorType.AUTHORIZATION),
                of(new SecurityException(), ErrorType.AUTHORIZATION),
                of(new HttpRetryException("moved", 401), ErrorType.AUTHENTICATION),
                of(new FileAlreadyExistsException("f"), ErrorType.CONCURRENCY),
                of(new DirectoryNotEmptyException("f"), ErrorType.CONCURRENCY),
                of(new OverlappingFileLockException(), ErrorType.CONCURRENCY),
                of(new InvalidPathException("f", "nul"), ErrorType.VALIDATION),
                of(new URISyntaxException("u", "bad"), ErrorType.VALIDATION),
                of(new MalformedInputException(1), ErrorType.VALIDATION),
                of(new IOException("timeout of the invalid"), ErrorType.UNKNOWN),
                of(new IllegalStateException("no space left on device"), ErrorType.UNKNOWN));
    }

    private static Arguments of(Throwable thrown, ErrorType type) {
        return Arguments.of(thrown, type);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void each_exception_has_its_type_however_deep_it_is_wrapped(Throwable thrown, ErrorType type) {
        assertThat(classification.classify(thrown, NOBODY).type()).isEqualTo(type);
        Throwable wrapped = new CompletionException(new ExecutionException(new RuntimeException("timeout", thrown)));
        assertThat(classification.classify(wrapped, NOBODY).type()).isEqualTo(type);
    }

    @Test
    void the_innermost_cause_decides() {
        Exception thrown = new SSLHandshakeException("handshake");
        thrown.initCause(new SocketException("Connection reset"));
        assertThat(classification
                        .classify(new UncheckedIOException(new IOException(thrown)), NOBODY)
                        .code())
                .isEqualTo("jdk.net.connection");
    }

    @Test
    void the_throwers_own_classifier_is_asked_before_ours_for_each_cause() {
        ErrorClassifier own = thrown -> thrown instanceof SocketException
                ? Optional.of(Failure.of(ErrorType.RESOURCE, "vendor.quota", "quota"))
                : Optional.empty();
        assertThat(classification
                        .classify(new IOException(new SocketException()), own)
                        .code())
                .isEqualTo("vendor.quota");
        assertThat(classification
                        .classify(new IOException(new EOFException()), own)
                        .code())
                .isEqualTo("jdk.io.ended-early");
    }

    @Test
    void a_failure_that_was_named_on_purpose_wins_over_what_caused_it() {
        Failure named = Failure.of(ErrorType.VALIDATION, "vendor.refused", "refused");
        Throwable thrown = new ExecutionException(new QuantumLayerException(named, new SocketException()));
        assertThat(classification.classify(thrown, NOBODY)).isEqualTo(named);
    }

    @Test
    void a_classifier_that_throws_hides_nothing() {
        IllegalStateException broken = new IllegalStateException("broken");
        SocketException thrown = new SocketException("reset");
        ErrorClassifier own = ignored -> {
            throw broken;
        };
        assertThat(classification.classify(thrown, own).type()).isEqualTo(ErrorType.NETWORK);
        assertThat(thrown.getSuppressed()).containsExactly(broken);
        assertThat(classification.classify(broken, own).type()).isEqualTo(ErrorType.UNKNOWN);
    }

    @Test
    void a_circle_of_causes_ends() {
        Exception one = new Exception("one");
        Exception two = new SocketException("two");
        one.initCause(two);
        two.initCause(one);
        assertThat(classification.classify(one, NOBODY).type()).isEqualTo(ErrorType.NETWORK);
    }

    @Test
    void a_cancelled_call_is_not_retried() {
        assertThat(classification.classify(new CancellationException(), NOBODY).retryable())
                .isFalse();
    }

    @Test
    void a_message_holds_no_secret_no_control_character_and_no_more_than_its_bound() {
        String text = "GET https://joe:pw1@host/p?token=abc failed with hunter2\u001b[31m\r\nnext " + "x".repeat(5_000);
        ErrorClassifier own = t -> Optional.of(Failure.of(ErrorType.NETWORK, "vendor.net", text));
        for (ErrorClassifier classifier : new ErrorClassifier[] {NOBODY, own}) {
            String message = classification
                    .classify(new SocketException(text), classifier)
                    .message();
            assertThat(message)
                    .contains("https://***@host/p?*** failed with ***")
                    .hasSizeLessThan(400);
            assertThat(message).doesNotContain("pw1", "abc", "hunter2").doesNotContainPattern("\\p{Cc}");
        }
    }

    @Test
    void a_secret_at_the_bound_is_not_cut_into_an_unknown_one() {
        String text = "x".repeat(290) + "hunter2hunter2";
        assertThat(classification.classify(new IOException(text), NOBODY).message())
                .doesNotContain("hunt");
    }
}
