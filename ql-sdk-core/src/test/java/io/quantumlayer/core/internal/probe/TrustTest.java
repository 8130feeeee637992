package io.quantumlayer.core.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.core.internal.error.Classification;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity("server")));
        server.createContext("/health", exchange -> {
            exchange.getResponseHeaders().set("Schema-Version", "7");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAddressWithACertificateOfTheBundleAnswers() {
        ProbeAnswer answer =
                ask(Optional.of(Trust.bundle(pem("server").toString()))).value().orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("schema-version", "7");
    }

    @Test
    void withoutTheBundleNothingIsTrusted() {
        assertThat(ask(Optional.empty()).failure()).isPresent();
    }

    @Test
    void anotherBundleIsTrustedAloneAndDoesNotHelp() throws Exception {
        identity("other");

        assertThat(ask(Optional.of(Trust.bundle(pem("other").toString()))).failure())
                .isPresent();
    }

    @Test
    void aFileThatIsNoBundleIsRefusedWhenTheInstanceIsBuilt() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "nothing", UTF_8);
        for (String file : new String[] {
            text.toString(), "relative.pem", folder.resolve("missing").toString()
        }) {
            assertThatThrownBy(() -> QuantumLayerBuilder.create()
                            .discovery(false)
                            .setting("probe", "certificates", file)
                            .build())
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("probe.certificates");
        }
    }

    private Effect<ProbeAnswer> ask(Optional<Trust> trust) {
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/health");
        RunId run = new RunId(new ApplicationId("default", "shop"), "d".repeat(26));
        CallContext context = CallContext.of(
                run, "p".repeat(26), Clock.systemUTC().instant().plus(Duration.ofSeconds(30)), Clock.systemUTC());
        try (HttpProber prober = new HttpProber(new Classification(UnaryOperator.identity()), trust)) {
            return prober.get(context, address, Map.of());
        }
    }

    /** Makes a key with a certificate for loopback, signed by itself, and writes the certificate beside it. */
    private SSLContext identity(String name) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        String subject = "CN=" + name;
        keytool(keys, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", subject, "-ext", "san=ip:127.0.0.1");
        keytool(keys, "-exportcert", "-rfc", "-alias", name, "-file", pem(name).toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private Path pem(String name) {
        return folder.resolve(name + ".pem");
    }

    private static void keytool(Path keys, String... what) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(what));
        command.addAll(List.of("-keystore", keys.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
