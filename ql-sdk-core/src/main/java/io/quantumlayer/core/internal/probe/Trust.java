package io.quantumlayer.core.internal.probe;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom probes over https trust instead of the system's authorities.
 *
 * @param sockets makes sockets with this trust
 * @param manager judges the certificates of servers
 */
public record Trust(SSLSocketFactory sockets, X509TrustManager manager) {
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    /**
     * Reads a bundle.
     *
     * @param file the absolute path of a PEM file of at most 4 MiB with one certificate or more
     * @return the trust in these certificates, and in what they signed, alone
     * @throws QuantumLayerException of type configuration if the file is no such bundle
     */
    public static Trust bundle(String file) {
        try {
            Path path = Path.of(file);
            if (!path.isAbsolute() || Files.size(path) > MAX_BYTES) {
                throw refused("must be the absolute path of a PEM file of at most 4 MiB");
            }
            return of(certificates(path));
        } catch (IOException | InvalidPathException | GeneralSecurityException e) {
            throw refused("cannot be read as a PEM file of certificates: " + e.getMessage());
        }
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw refused("holds no certificate");
            }
            return found;
        }
    }

    private static Trust of(Collection<? extends Certificate> authorities)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate authority : authorities) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        X509TrustManager manager = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this Java knows no trust in X.509 certificates"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        return new Trust(context.getSocketFactory(), manager);
    }

    private static QuantumLayerException refused(String why) {
        return new QuantumLayerException(
                Failure.of(ErrorType.CONFIGURATION, "setting.value", "probe.certificates " + why));
    }
}
