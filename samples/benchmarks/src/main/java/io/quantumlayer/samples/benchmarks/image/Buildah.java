package io.quantumlayer.samples.benchmarks.image;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The yardstick: buildah with its cache of layers, in a store of its own. */
final class Buildah implements Builds {
    private static final int MINUTES = 5;

    private final Path store;
    private long buildNanos;

    Buildah(Path store) {
        this.store = store;
    }

    @Override
    public void build(Sources sources, Path layout) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String folder = sources.folder().toString();
        run(List.of("build", "--quiet", "--layers", "--isolation", "chroot", "-t", "bench:1", folder));
        buildNanos = System.nanoTime() - begin;
        run(List.of("push", "--quiet", "bench:1", "oci:" + layout + ":1"));
    }

    /** How much of the last build went before the layout was written. */
    long buildNanos() {
        return buildNanos;
    }

    /** Forgets everything it built. */
    void clear() throws IOException, InterruptedException {
        run(List.of("rmi", "--all", "--force"));
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(store);
        List<String> command = new ArrayList<>(List.of(
                "buildah",
                "--root",
                store.resolve("root").toString(),
                "--runroot",
                store.resolve("run").toString()));
        command.addAll(arguments);
        Path said = store.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(said.toFile()))
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("buildah did not end in " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
        }
    }
}
