package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The smallest real application: it answers at its health path and knows nothing else. */
final class TinyApp {
    private static final String APPLICATION = """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            class App {
                public static void main(String[] args) throws Exception {
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

    private TinyApp() {}

    /** Compiles it into a folder of its own below another, and returns that. */
    static Path compiledIn(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        Path code = Files.writeString(folder.resolve("App.java"), APPLICATION);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", source.toString(), code.toString()))
                .isZero();
        return source;
    }

    static DeploymentPlanBuilder plan(String name, Path source) {
        return DeploymentPlan.named(name)
                .sourceDirectory(source)
                .language("java")
                .command("{java}", "-cp", ".", "App");
    }
}
