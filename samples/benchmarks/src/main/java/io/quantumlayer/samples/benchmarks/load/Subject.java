package io.quantumlayer.samples.benchmarks.load;

import io.quantumlayer.api.plan.DeploymentPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is deployed and asked.
 *
 * @param name what it is called in a line
 * @param plan how it is deployed
 * @param path what it is asked for
 */
record Subject(String name, DeploymentPlan plan, String path) {
    static final String APPLICATION = "load";

    private static final Map<String, String> EMPTY_JAVA = Map.of("src/Empty.java", """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.util.concurrent.Executors;

            public final class Empty {
                public static void main(String[] arguments) throws java.io.IOException {
                    System.setProperty("sun.net.httpserver.nodelay", "true");
                    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 512);
                    server.setExecutor(Executors.newFixedThreadPool(32));
                    server.createContext("/", exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """);
    private static final Map<String, String> EMPTY_PYTHON =
            Map.of("app.py", """
            from fastapi import FastAPI

            app = FastAPI()


            @app.get("/")
            async def nothing() -> None:
                return None
            """, "requirements.txt", "fastapi\nhttptools\nuvicorn\nuvloop\n", "Procfile", """
            web: uvicorn app:app --host 127.0.0.1 --port $PORT --log-level warning --no-access-log
            """);

    /** A service that is generated from a sentence. */
    static Subject generated(String sentence, String path) {
        return new Subject(
                sentence,
                DeploymentPlan.named(APPLICATION).requirement(sentence).build(),
                path);
    }

    /** A handler that does nothing on the server of the generated Java service. */
    static Subject emptyJava(Path folder) throws IOException {
        return given("an empty handler in Java", folder.resolve("empty-java"), EMPTY_JAVA);
    }

    /** A route that does nothing on the server of the generated Python service. */
    static Subject emptyPython(Path folder) throws IOException {
        return given("an empty route in FastAPI", folder.resolve("empty-python"), EMPTY_PYTHON);
    }

    private static Subject given(String name, Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new Subject(
                name, DeploymentPlan.named(APPLICATION).sourceDirectory(folder).build(), "/");
    }
}
