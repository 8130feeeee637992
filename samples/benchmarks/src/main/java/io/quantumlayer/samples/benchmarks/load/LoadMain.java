package io.quantumlayer.samples.benchmarks.load;

import com.sun.net.httpserver.HttpServer;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Deploys a generated Java and a generated Python service and asks each for its list through its public address, beside
 * each a handler that does nothing on the same server behind the same forwarder, and in the end one in this JVM, and
 * prints a JSON line each. Exits 1 unless each service answered as many in a second as were asked, without an error, or
 * as many as the empty handler on its server where that could not.
 *
 * <p>Arguments: requests a second (default 1,000), seconds (default 30), a folder (default a temporary one).
 */
public final class LoadMain {
    private static final double ENOUGH = 0.99;
    private static final int WARM_UP = 5;

    private LoadMain() {}

    /**
     * What is asked of each.
     *
     * @param perSecond how many requests a second
     * @param seconds for how long
     */
    private record Rate(int perSecond, int seconds) {
        boolean heldBy(Pace.Seen seen) {
            return seen.errors() == 0 && seen.perSecond() >= ENOUGH * perSecond;
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param args requests a second, seconds, the folder
     * @throws IOException if the folder cannot be used
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        Path home = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("ql-load");
        boolean passed = true;
        try (SqliteJournal journal =
                        SqliteJournal.at(home.resolve("journal.db")).build();
                QuantumLayer layer =
                        QuantumLayerBuilder.create().home(home).journal(journal).build()) {
            Rate rate = new Rate(perSecond, seconds);
            passed &= passes(
                    layer,
                    Subject.generated("Create a Java REST service for a todo list", "/api/todos"),
                    Subject.emptyJava(home),
                    rate);
            passed &= passes(
                    layer,
                    Subject.generated("Create a Python FastAPI REST service for a todo list", "/api/todos"),
                    Subject.emptyPython(home),
                    rate);
        }
        nothing(perSecond, seconds);
        System.exit(passed ? 0 : 1);
    }

    private static boolean passes(QuantumLayer layer, Subject service, Subject empty, Rate rate)
            throws InterruptedException {
        Pace.Seen most = measured(layer, empty, rate);
        print(empty.name(), most, rate.heldBy(most));
        Pace.Seen seen = measured(layer, service, rate);
        boolean passed = rate.heldBy(seen) || (!rate.heldBy(most) && seen.perSecond() >= ENOUGH * most.perSecond());
        print(service.name(), seen, passed);
        return passed;
    }

    private static Pace.Seen measured(QuantumLayer layer, Subject subject, Rate rate) throws InterruptedException {
        DeploymentResult result = layer.deploy(subject.plan()).await(Duration.ofMinutes(5));
        try {
            URI address = result.url()
                    .orElseThrow(() -> new IllegalStateException(result.toString()))
                    .resolve(subject.path());
            Pace.of(address, rate.perSecond() / 2, WARM_UP);
            return Pace.of(address, rate.perSecond(), rate.seconds());
        } finally {
            layer.application(Subject.APPLICATION).destroy().await(Duration.ofMinutes(1));
        }
    }

    private static void nothing(int perSecond, int seconds) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Pace.of(address, perSecond / 2, WARM_UP);
            print("a handler that does nothing", Pace.of(address, perSecond, seconds), true);
        } finally {
            server.stop(0);
            threads.shutdown();
        }
    }

    private static void print(String name, Pace.Seen seen, boolean passed) {
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"load\",\"name\":\"%s\",\"perSecond\":%.0f,\"errors\":%d,\"medianMillis\":%.1f,"
                        + "\"p99Millis\":%.1f,\"passed\":%b}%n",
                name,
                seen.perSecond(),
                seen.errors(),
                seen.median().toNanos() / 1e6,
                seen.p99().toNanos() / 1e6,
                passed);
    }
}
