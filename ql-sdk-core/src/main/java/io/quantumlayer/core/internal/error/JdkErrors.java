package io.quantumlayer.core.internal.error;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.HttpRetryException;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/**
 * Knows the exceptions of the JDK and of the HTTP client by their class. Thread-safe.
 *
 * <p>Wrappers such as {@code ExecutionException}, and classes that say nothing such as {@code IOException}, are not
 * known here: the cause or the wrapper decides.
 */
final class JdkErrors implements ErrorClassifier {
    /** The first rule that fits decides, so a subclass stands above its parent. */
    private static final List<Rule> RULES = List.of(
            rule(HttpConnectTimeoutException.class, ErrorType.NETWORK, "net.no-connection"),
            rule(HttpTimeoutException.class, ErrorType.TIMEOUT, "net.timeout"),
            rule(InterruptedIOException.class, ErrorType.TIMEOUT, "io.timeout"),
            rule(ClosedByInterruptException.class, ErrorType.TIMEOUT, "io.interrupted"),
            rule(InterruptedException.class, ErrorType.TIMEOUT, "interrupted"),
            rule(TimeoutException.class, ErrorType.TIMEOUT, "timeout"),
            rule(BindException.class, ErrorType.RESOURCE, "net.address-taken"),
            rule(UnknownHostException.class, ErrorType.NETWORK, "net.unknown-host"),
            rule(UnresolvedAddressException.class, ErrorType.NETWORK, "net.unknown-host"),
            rule(SocketException.class, ErrorType.NETWORK, "net.connection"),
            rule(ConnectionShutdownException.class, ErrorType.NETWORK, "net.connection"),
            rule(EOFException.class, ErrorType.NETWORK, "io.ended-early"),
            rule(ClosedChannelException.class, ErrorType.NETWORK, "io.closed"),
            rule(ProtocolException.class, ErrorType.DEPENDENCY, "net.protocol"),
            rule(UnknownServiceException.class, ErrorType.CONFIGURATION, "net.scheme"),
            rule(MalformedURLException.class, ErrorType.VALIDATION, "net.malformed-address"),
            rule(URISyntaxException.class, ErrorType.VALIDATION, "net.malformed-address"),
            rule(CertificateException.class, ErrorType.CONFIGURATION, "tls.certificate"),
            rule(CertPathValidatorException.class, ErrorType.CONFIGURATION, "tls.certificate"),
            rule(CertPathBuilderException.class, ErrorType.CONFIGURATION, "tls.certificate"),
            rule(SSLPeerUnverifiedException.class, ErrorType.CONFIGURATION, "tls.certificate"),
            rule(SSLKeyException.class, ErrorType.CONFIGURATION, "tls.key"),
            rule(SSLHandshakeException.class, ErrorType.CONFIGURATION, "tls.handshake"),
            rule(SSLProtocolException.class, ErrorType.CONFIGURATION, "tls.protocol"),
            rule(SSLException.class, ErrorType.NETWORK, "tls.connection"),
            rule(RejectedExecutionException.class, ErrorType.SERVICE_UNAVAILABLE, "executor.refused"),
            rule(BrokenBarrierException.class, ErrorType.CONCURRENCY, "barrier.broken"),
            rule(OverlappingFileLockException.class, ErrorType.CONCURRENCY, "file.locked"),
            rule(FileAlreadyExistsException.class, ErrorType.CONCURRENCY, "file.exists"),
            rule(DirectoryNotEmptyException.class, ErrorType.CONCURRENCY, "file.folder-not-empty"),
            rule(AccessDeniedException.class, ErrorType.AUTHORIZATION, "file.access-denied"),
            rule(SecurityException.class, ErrorType.AUTHORIZATION, "access-denied"),
            rule(ReadOnlyFileSystemException.class, ErrorType.CONFIGURATION, "file.read-only"),
            rule(NoSuchFileException.class, ErrorType.CONFIGURATION, "file.missing"),
            rule(FileNotFoundException.class, ErrorType.CONFIGURATION, "file.missing"),
            rule(NotDirectoryException.class, ErrorType.CONFIGURATION, "file.no-folder"),
            rule(NotLinkException.class, ErrorType.CONFIGURATION, "file.no-link"),
            rule(FileSystemLoopException.class, ErrorType.CONFIGURATION, "file.loop"),
            rule(InvalidPathException.class, ErrorType.VALIDATION, "file.malformed-path"),
            rule(CharacterCodingException.class, ErrorType.VALIDATION, "text.malformed"));

    private final Wording wording;

    JdkErrors(Wording wording) {
        this.wording = wording;
    }

    private record Rule(Class<? extends Throwable> thrown, ErrorType type, String code) {}

    private static Rule rule(Class<? extends Throwable> thrown, ErrorType type, String code) {
        return new Rule(thrown, type, "jdk." + code);
    }

    @Override
    public Optional<Failure> classify(Throwable thrown) {
        if (thrown instanceof HttpRetryException answered) {
            return Optional.of(HttpErrors.of(answered.responseCode(), Optional.empty(), Instant.EPOCH));
        }
        if (thrown instanceof StreamResetException reset) {
            return Optional.of(failure(reset(reset.errorCode), "http2.stream-reset", thrown));
        }
        if (thrown instanceof CancellationException) {
            // Whoever cancelled does not want another try.
            return Optional.of(
                    failure(ErrorType.TIMEOUT, "jdk.cancelled", thrown).notRetryable());
        }
        return RULES.stream()
                .filter(rule -> rule.thrown().isInstance(thrown))
                .findFirst()
                .map(rule -> failure(rule.type(), rule.code(), thrown));
    }

    /**
     * Looks at the text, where the JDK has nothing else: it passes an operating system's refusal on as a sentence. Only
     * whole sentences of the C library count.
     */
    Optional<Failure> byText(Throwable thrown) {
        if (!(thrown instanceof IOException)) {
            return Optional.empty();
        }
        String text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = text.contains("no space left on device") || text.contains("disk quota exceeded");
        if (full || text.contains("too many open files") || text.contains("cannot allocate memory")) {
            return Optional.of(failure(ErrorType.RESOURCE, full ? "os.disk-full" : "os.exhausted", thrown));
        }
        return Optional.empty();
    }

    private static ErrorType reset(ErrorCode code) {
        boolean refused = code == ErrorCode.REFUSED_STREAM || code == ErrorCode.ENHANCE_YOUR_CALM;
        return refused ? ErrorType.SERVICE_UNAVAILABLE : ErrorType.NETWORK;
    }

    private Failure failure(ErrorType type, String code, Throwable thrown) {
        return Failure.of(type, code, wording.of(thrown));
    }
}
