package io.quantumlayer.core.internal.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that fetches goes out as the settings say, and no other command does. */
@Timeout(180)
class OutboundTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path home;

    @Test
    void fetchesGoThroughTheProxyAndNothingElseHearsOfIt() throws IOException {
        HttpServer proxy = HttpServer.create(LOOPBACK, 0);
        proxy.createContext("/", exchange -> answer(exchange, "proxied " + exchange.getRequestURI()));
        proxy.start();
        try {
            String file = content(
                    Map.of("proxy", "http://127.0.0.1:" + proxy.getAddress().getPort()), "http://some.invalid/page");
            assertThat(file).isEqualTo("proxied http://some.invalid/page");
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void fetchesTrustTheGivenAuthority() throws IOException, GeneralSecurityException, InterruptedException {
        HttpsServer server = server();
        server.start();
        try {
            String address = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(fetched(Map.of(), address).kind()).isEqualTo(Effect.Kind.FAILED);
            String pem = home.resolve("authority.pem").toString();
            assertThat(content(Map.of("certificates", pem), address)).isEqualTo("trusted");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "http://host", "https://host:1", "http://user:hidden@host:1", "http://h:99999"})
    void aProxyThatCannotBeUsedIsRefusedWithoutItsText(String given) {
        assertThatThrownBy(() -> new Outbound(Map.of("proxy", given)))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("command.proxy must be like http://proxy.example:3128")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"there/is/none.pem", "empty.pem", "text.pem"})
    void aBundleWithoutCertificatesIsRefused(String name) throws IOException {
        Files.writeString(home.resolve("empty.pem"), "");
        Files.writeString(home.resolve("text.pem"), "no certificate");
        assertThatThrownBy(() ->
                        new Outbound(Map.of("certificates", home.resolve(name).toString())))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("command.certificates");
    }

    private String content(Map<String, String> settings, String address) throws IOException {
        try (Workshop shop = new Workshop(home, settings)) {
            BuiltArtifact built = fetched(shop, address).value().orElseThrow();
            return Files.readString(shop.artifacts.open(built.digest()).resolve("page"));
        }
    }

    private Effect<BuiltArtifact> fetched(Map<String, String> settings, String address) {
        try (Workshop shop = new Workshop(home, settings)) {
            return fetched(shop, address);
        }
    }

    private static Effect<BuiltArtifact> fetched(Workshop shop, String address) {
        assumeThat(shop.tools.find(Tool.PIP))
                .as("pip is not installed here: apt-get install python3-pip")
                .isPresent();
        String program = "import os, urllib.request as u; os.mkdir('out'); "
                + "open('out/page', 'wb').write(u.urlopen('" + address + "', timeout=20).read())";
        List<Recipe.Command> commands = List.of(
                Recipe.Command.fetching("sh", "-c", ": {pip}; exec {python} -c \"" + program + '"'),
                Recipe.Command.offline("sh", "-c", ": {pip} {maven}; ! env | grep -i -e proxy -e authority.pem"));
        Digest source = shop.source("main.txt", "source\n");
        return shop.await(source, new Recipe(commands, "out", List.of("true"), Map.of(), List.of()));
    }

    private HttpsServer server() throws IOException, GeneralSecurityException, InterruptedException {
        Path keys = home.resolve("keys.p12");
        List<String> common = List.of("-keystore", keys.toString(), "-storepass", "changeit", "-alias", "server");
        keytool(common, "-genkeypair", "-keyalg", "EC", "-dname", "CN=office", "-ext", "san=ip:127.0.0.1");
        String pem = home.resolve("authority.pem").toString();
        keytool(common, "-exportcert", "-rfc", "-file", pem);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(LOOPBACK, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> answer(exchange, "trusted"));
        return server;
    }

    private static void keytool(List<String> common, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(Arrays.asList(arguments));
        words.addAll(common);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
