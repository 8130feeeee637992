package io.quantumlayer.security.internal.sca;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsvApiTest {
    private static final String FOREVER = "{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}]}";

    @TempDir
    private Path root;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(root.resolve("package-lock.json"), """
            {"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0"}}}\
            """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForAllPackagesThenForEachAdvisoryOverAllPages() {
        answers.put(
                "/v1/querybatch",
                "{\"results\": [{\"vulns\": [{\"id\": \"X-1\"}]," + " \"next_page_token\": \"more\"}]}");
        answers.put("/v1/querybatch more", "{\"results\": [{\"vulns\": [{\"id\": \"X-2\"}]}]}");
        answers.put("/v1/vulns/X-1", Advisories.of("X-1", "npm", "a", FOREVER));
        answers.put("/v1/vulns/X-2", Advisories.of("X-2", "npm", "a", FOREVER));
        ScanReport report = scan();
        assertThat(report.findings()).extracting(f -> f.rule().id()).containsExactly("X-1", "X-2");
        assertThat(asked.get(0))
                .contains("\"version\":\"1.0.0\"")
                .contains("\"name\":\"a\"")
                .contains("\"ecosystem\":\"npm\"");
    }

    @Test
    void allowsNothingThatTheServerDidNotSay() {
        answers.put("/v1/querybatch", "{\"results\": []}");
        assertFailed(ErrorType.DEPENDENCY);
        answers.put("/v1/querybatch", "<html>all clear</html>");
        assertFailed(ErrorType.DEPENDENCY);
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"../../admin\"}]}]}");
        assertFailed(ErrorType.DEPENDENCY);
        answers.put("/v1/querybatch", "{\"results\": [{\"next_page_token\": \"x\"}]}");
        answers.put("/v1/querybatch more", "{\"results\": [{\"next_page_token\": \"x\"}]}");
        assertFailed(ErrorType.DEPENDENCY);
        answers.put("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"X-1\"}]}]}");
        answers.put("/v1/vulns/X-1", Advisories.of("X-9", "npm", "a", FOREVER));
        assertFailed(ErrorType.DEPENDENCY);
        status = 503;
        assertFailed(ErrorType.SERVICE_UNAVAILABLE);
        server.stop(0);
        assertFailed(ErrorType.NETWORK);
    }

    private void assertFailed(ErrorType type) {
        ScanReport report = scan();
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure())
                .hasValueSatisfying(f -> assertThat(f.type()).isEqualTo(type));
    }

    private ScanReport scan() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return ScaScanner.of("", base).scan(ScaScannerTest.context(), root);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        String more = body.contains("page_token") ? " more" : "";
        String answer = answers.getOrDefault(exchange.getRequestURI().getPath() + more, "{}");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
