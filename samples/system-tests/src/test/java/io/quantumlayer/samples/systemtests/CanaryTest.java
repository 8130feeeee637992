package io.quantumlayer.samples.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    // Put together here, so that no file of the project holds it.
    private static final String CANARY = String.join("-", "canary", "5b1f", "c0ffee", "77aa");

    private static final String APPLICATION = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.nio.file.*;
            import java.util.Base64;
            class App {
                public static void main(String[] args) throws Exception {
                    String secret = Files.readString(Path.of(System.getenv("CANARY_FILE"))).trim();
                    System.out.println("value " + secret);
                    System.out.println("coded " + Base64.getEncoder().encodeToString(secret.getBytes()));
                    System.out.println("query ?q=" + java.net.URLEncoder.encode(secret + "&", "UTF-8"));
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/health", exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void noValueBehindAReferenceIsEverTold() throws Exception {
        Home home = new Home(Files.createDirectories(folder.resolve("home")));
        DeploymentPlan plan = plan();
        StringBuilder told = new StringBuilder();
        try (QuantumLayer ql = home.open()) {
            Deployment deployment = ql.deploy(plan);
            DeploymentResult result = deployment.await(LONG);
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.LIVE);
            told.append(result).append(deployment.events()).append(deployment.report());
        }
        try (QuantumLayer again = home.open()) {
            List<String> log = again.application("canary").logs();
            assertThat(log).anyMatch(line -> line.startsWith("value ***"));
            told.append(log).append(again.application("canary").status());
            DeploymentResult gone = again.application("canary").destroy().await(LONG);
            assertThat(gone.outcome()).as(gone.toString()).isEqualTo(Outcome.DESTROYED);
            told.append(gone);
        }
        told.append(journal(home));
        assertThat(told.toString())
                .doesNotContain(CANARY)
                .doesNotContain(Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8)));
    }

    private DeploymentPlan plan() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("App.java"), APPLICATION);
        Path secret = Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, CANARY);
        return DeploymentPlan.named("canary")
                .sourceDirectory(source)
                .language("java")
                .command("{java}", "App.java")
                .secret("CANARY", SecretRef.file(secret.toString()))
                .build();
    }

    private static String journal(Home home) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        home.export(out);
        return out.toString(UTF_8);
    }
}
