package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.extension.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How commands that fetch reach the outside: through which proxy, and which certificates they trust. Immutable.
 *
 * <p>A refusal never shows a proxy's text, since people write passwords there.
 */
final class Outbound {
    static final Setting PROXY =
            new Setting("proxy", "proxy of commands that fetch, such as http://proxy.example:3128", "", false);
    static final Setting CERTIFICATES = new Setting(
            "certificates",
            "PEM file of what uv, pip and npm trust when they fetch; empty for the system's",
            "",
            false);

    private static final Pattern ADDRESS = Pattern.compile("http://([A-Za-z0-9.-]{1,253}):([1-9][0-9]{0,4})/?");
    private static final int LAST_PORT = 65_535;
    private static final String NEVER = "localhost,127.0.0.1,::1";

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final StringBuilder javaOptions = new StringBuilder();
    private final Optional<Path> certificates;

    /**
     * Reads the settings.
     *
     * @throws QuantumLayerException of type configuration, naming the setting that cannot be used
     */
    Outbound(Map<String, String> settings) {
        proxy(settings.getOrDefault(PROXY.name(), ""));
        this.certificates = Optional.of(settings.getOrDefault(CERTIFICATES.name(), ""))
                .filter(text -> !text.isEmpty())
                .map(Outbound::bundle);
    }

    private void proxy(String text) {
        if (text.isEmpty()) {
            return;
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches() || Integer.parseInt(address.group(2)) > LAST_PORT) {
            throw refused("command.proxy must be like http://proxy.example:3128, without a user or password");
        }
        String url = "http://" + address.group(1) + ":" + address.group(2);
        for (String name : new String[] {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"}) {
            environment.put(name, url);
        }
        environment.put("no_proxy", NEVER);
        environment.put("NO_PROXY", NEVER);
        for (String scheme : new String[] {"http", "https"}) {
            javaOptions.append(" -D").append(scheme).append(".proxyHost=").append(address.group(1));
            javaOptions.append(" -D").append(scheme).append(".proxyPort=").append(address.group(2));
        }
        javaOptions.append(" -Daether.connector.http.useSystemProperties=true");
    }

    private static Path bundle(String text) {
        try (InputStream file = Files.newInputStream(Path.of(text))) {
            boolean none = CertificateFactory.getInstance("X.509")
                    .generateCertificates(file)
                    .isEmpty();
            if (none || !Path.of(text).isAbsolute()) {
                throw refused("command.certificates must be the absolute path of a PEM file with a certificate");
            }
            return Path.of(text).toRealPath();
        } catch (IOException | InvalidPathException | CertificateException e) {
            throw refused("command.certificates cannot be read as a PEM file of certificates: " + e.getMessage());
        }
    }

    /** What a command that fetches finds in its environment. */
    Map<String, String> environment() {
        return environment;
    }

    /** What a Java program that fetches is started with; each option after a space. */
    String javaOptions() {
        return javaOptions.toString();
    }

    /** The bundle to trust, unless the system's is. */
    Optional<Path> certificates() {
        return certificates;
    }

    private static QuantumLayerException refused(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "setting.value", message));
    }
}
