package io.quantumlayer.samples.benchmarks.startup;

import io.quantumlayer.samples.benchmarks.Median;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts new JVMs on this one's class path in alternating rounds and prints JSON lines: how long the yardstick takes
 * from its start to its one line of output, how long the preview of the same file takes, and the median of their
 * ratios. Exits 1 if that is above three.
 *
 * <p>Arguments: rounds (default 11), the plan's file (default one of its own), and {@code catalog} to leave the
 * optional catalogue on the class path, or {@code market} to also read what would be chosen in it, for which all of it
 * is read and priced. Neither side gets an option; the first round is not counted.
 */
public final class StartupMain {
    private static final double MOST = 3;

    private StartupMain() {}

    /**
     * Runs the benchmark.
     *
     * @param args rounds, the plan's file, whether with the catalogue
     * @throws IOException if a file cannot be used or a JVM cannot be started
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
        Path plan = args.length > 1 && !args[1].isEmpty() ? Path.of(args[1]) : ownPlan();
        String extra = args.length > 2 ? args[2] : "";
        String classPath = classPath(!extra.isEmpty());
        double[] parse = new double[rounds];
        double[] preview = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            double one = milliseconds(classPath, ParseMain.class, plan.toString());
            double two = milliseconds(classPath, PreviewMain.class, plan.toString(), extra);
            if (round >= 0) {
                parse[round] = one;
                preview[round] = two;
            }
        }
        double ratio = Median.of(IntStream.range(0, rounds)
                .mapToDouble(i -> preview[i] / parse[i])
                .toArray());
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"startup\",\"java\":%d,\"with\":\"%s\",\"rounds\":%d,\"parseMillis\":%.0f,"
                        + "\"previewMillis\":%.0f,\"ratio\":%.2f,\"passed\":%b}%n",
                Runtime.version().feature(),
                extra,
                rounds,
                Median.of(parse),
                Median.of(preview),
                ratio,
                ratio <= MOST);
        System.exit(ratio <= MOST ? 0 : 1);
    }

    private static String classPath(boolean catalogue) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> catalogue || !entry.contains("ql-sdk-catalog"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static double milliseconds(String classPath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        double seconds;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            seconds = (System.nanoTime() - begin) / 1e6;
            if (line == null || process.waitFor() != 0) {
                throw new IllegalStateException(main.getSimpleName() + " did not end well");
            }
        }
        return seconds;
    }

    private static Path ownPlan() throws IOException {
        Path file = Files.createTempFile("plan", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, """
                apiVersion: quantumlayer.io/v1alpha1
                kind: DeploymentPlan
                metadata:
                  name: todo
                spec:
                  source:
                    requirement: Create a Java REST service for a todo list with authentication
                  replicas: 1
                  healthPath: /health
                """);
    }
}
