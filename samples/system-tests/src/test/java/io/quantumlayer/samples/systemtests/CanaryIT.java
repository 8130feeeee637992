package io.quantumlayer.samples.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants values that must not be told, in each place a deployment meets, and reads all that it tells. */
class CanaryIT {
    // Put together here, so that no file of the project holds one.
    private static final String REFERENCED = String.join("+", "canary/5b1f", "c0ffee =&", "77aa");
    private static final String OF_THE_HOST = String.join("-", "canary", "of", "the", "host", "91d3");
    private static final String OF_THE_SOURCE = "ghp" + "_" + "q7RtY2mXbV9kLpZs3HdWcJf8NgTaE4uA1oB6";

    private static final String APPLICATION = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.net.URLEncoder;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.Base64;
            import java.util.concurrent.locks.LockSupport;
            class App {
                public static void main(String[] args) throws Exception {
                    String secret = Files.readString(Path.of(System.getenv("CANARY_FILE"))).strip();
                    System.out.println("value " + secret);
                    System.out.println("coded " + Base64.getEncoder().encodeToString(secret.getBytes()));
                    System.out.println("inside " + Base64.getEncoder().encodeToString(("user:" + secret).getBytes()));
                    System.out.println("query ?q=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
                    System.getenv().forEach((name, value) -> System.out.println("env " + name + "=" + value));
                    if (System.getenv("WORK").equals("crash")) {
                        throw new IllegalStateException("cannot log in with " + secret);
                    }
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/health", exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
                    server.start();
                    int middle = secret.length() / 2;
                    System.out.print("halves " + secret.substring(0, middle));
                    System.out.flush();
                    LockSupport.parkNanos(8_000_000_000L);
                    System.out.println(secret.substring(middle));
                }
            }
            """;

    @TempDir
    Path folder;

    private Home home;
    private Path source;
    private final StringBuilder told = new StringBuilder();

    @BeforeEach
    void plant() throws IOException {
        home = new Home(Files.createDirectories(folder.resolve("home")));
        source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("App.java"), APPLICATION);
    }

    @Test
    void noValueBehindAReferenceOrInTheHostIsToldEvenAfterAKill() throws Exception {
        Process first = start("deploy", "serve");
        readUntil(first, "STEP_ENDED", "step=observe");
        first.destroyForcibly().waitFor();

        assertThat(run("read", "")).contains("LIVE", "value ***", "query ?q=***");
        assertThat(run("destroy", "")).contains("DESTROYED");
        assertNothingIsTold();
    }

    @Test
    void anAnswerThatRepeatsAValueIsMasked() throws Exception {
        assertThat(run("deploy", "crash")).contains("FAILED", "cannot log in with ***");
        assertNothingIsTold();
    }

    @Test
    void aValueInTheSourceIsRefusedWithoutBeingShown() throws Exception {
        Files.writeString(source.resolve("settings.txt"), "token = \"" + OF_THE_SOURCE + "\"\n");
        assertThat(run("deploy", "serve")).contains("FAILED", "settings.txt");
        assertNothingIsTold();
    }

    private void assertNothingIsTold() throws IOException {
        ByteArrayOutputStream journal = new ByteArrayOutputStream();
        home.export(journal);
        told.append(journal.toString(UTF_8));
        assertThat(home.processes()).isEmpty();
        for (String canary : List.of(REFERENCED, OF_THE_HOST, OF_THE_SOURCE)) {
            String halves = canary.substring(0, canary.length() / 2);
            assertThat(told.toString()).doesNotContain(canary, halves, URLEncoder.encode(canary, UTF_8));
            assertThat(told.toString()).doesNotContain(base64(canary), base64("user:" + canary));
        }
    }

    /** All but the last characters, which depend on what follows. */
    private static String base64(String text) {
        String coded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        return coded.substring(coded.length() / 2, coded.length() - 4);
    }

    private String run(String work, String application) throws IOException, InterruptedException {
        Process process = start(work, application);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        told.append(out);
        return out;
    }

    private void readUntil(Process process, String... marks) throws IOException {
        BufferedReader reader = process.inputReader(UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            told.append(line).append('\n');
            String seen = line;
            if (Stream.of(marks).allMatch(seen::contains)) {
                return;
            }
        }
        throw new IllegalStateException("ended before " + String.join(" ", marks) + "\n" + told);
    }

    private Process start(String work, String application) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CanaryMain.class.getName(),
                work,
                home.folder().toString(),
                source.toString(),
                application);
        process.environment().put("CANARY_VALUE", REFERENCED);
        process.environment().put("CANARY_OF_THE_HOST", OF_THE_HOST);
        return process.redirectErrorStream(true).start();
    }
}
