package io.quantumlayer.samples.benchmarks.image;

import io.quantumlayer.samples.benchmarks.Median;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds OCI layouts of 200 files of 20 MB in alternating rounds with buildah and with this library, and prints a JSON
 * line for each of three cases: everything new, nothing changed, and one of the application's own files changed. Both
 * have a cache of layers, both write a packed layout into a new folder. Exits 1 if a case takes longer than its share.
 *
 * <p>Arguments: rounds (default 7), and a folder for all that is written (default a temporary one, removed afterwards).
 * The first two rounds warm this JVM and are not counted. The last line has the most that this JVM's process held.
 */
public final class ImageMain {
    private static final int WARM_UP = 2;
    private static final List<Case> CASES =
            List.of(new Case("cold", 1.0), new Case("unchanged", 1.0 / 5), new Case("one changed", 1.0 / 3));

    private final Path folder;
    private final int rounds;
    private final double[][] ours;
    private final double[][] theirs;
    private final double[][] theirsWithoutLayout;

    private ImageMain(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
        this.ours = new double[CASES.size()][rounds];
        this.theirs = new double[CASES.size()][rounds];
        this.theirsWithoutLayout = new double[CASES.size()][rounds];
    }

    /**
     * A case.
     *
     * @param name what changed
     * @param most the share of buildah's time that it may take
     */
    private record Case(String name, double most) {}

    /**
     * Runs the benchmark.
     *
     * @param args rounds, a folder
     * @throws IOException if a file cannot be used or buildah fails
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        Path parent = args.length > 1 ? Files.createDirectories(Path.of(args[1])) : null;
        Path folder = parent == null ? Files.createTempDirectory("image") : Files.createTempDirectory(parent, "image");
        boolean passed;
        try {
            ImageMain main = new ImageMain(folder, rounds);
            main.measure();
            passed = main.report();
        } finally {
            remove(folder);
        }
        System.exit(passed ? 0 : 1);
    }

    private void measure() throws IOException, InterruptedException {
        for (int round = -WARM_UP; round < rounds; round++) {
            Path room = Files.createDirectories(folder.resolve("round" + round));
            Sources sources = Sources.write(Files.createDirectory(room.resolve("sources")), round);
            Buildah buildah = new Buildah(room.resolve("buildah"));
            Builds own = new OurBuilds(room.resolve("cache"));
            for (int i = 0; i < CASES.size(); i++) {
                if (i == CASES.size() - 1) {
                    sources.change();
                }
                double their = millis(buildah, sources, room.resolve("their" + i));
                double our = millis(own, sources, room.resolve("our" + i));
                if (round >= 0) {
                    theirs[i][round] = their;
                    theirsWithoutLayout[i][round] = buildah.buildNanos() / 1e6;
                    ours[i][round] = our;
                }
            }
            buildah.clear();
            remove(room);
        }
    }

    private static double millis(Builds builds, Sources sources, Path layout) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        builds.build(sources, layout);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (!Files.isRegularFile(layout.resolve("index.json"))) {
            throw new IOException("there is no image at " + layout);
        }
        return millis;
    }

    private boolean report() throws IOException {
        boolean passed = true;
        for (int i = 0; i < CASES.size(); i++) {
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = ours[i][round] / theirs[i][round];
            }
            double ratio = Median.of(ratios);
            passed &= ratio <= CASES.get(i).most();
            System.out.printf(
                    Locale.ROOT,
                    "{\"benchmark\":\"image\",\"java\":%d,\"case\":\"%s\",\"rounds\":%d,\"buildahMillis\":%.0f,"
                            + "\"ofThemBeforeTheLayout\":%.0f,\"ourMillis\":%.0f,\"ratio\":%.2f,\"most\":%.2f,"
                            + "\"passed\":%b}%n",
                    Runtime.version().feature(),
                    CASES.get(i).name(),
                    rounds,
                    Median.of(theirs[i]),
                    Median.of(theirsWithoutLayout[i]),
                    Median.of(ours[i]),
                    ratio,
                    CASES.get(i).most(),
                    ratio <= CASES.get(i).most());
        }
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"image\",\"maxHeapMiB\":%d,\"mostResidentMiB\":%d}%n",
                Runtime.getRuntime().maxMemory() >> 20,
                mostResident() >> 10);
        return passed;
    }

    /** In KiB; 0 where the system does not tell. */
    private static long mostResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
