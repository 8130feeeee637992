package io.quantumlayer.samples.benchmarks.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Measures how long the disk takes to make a small append durable. */
final class FlushTime {
    private static final int TIMES = 200;
    private static final int BYTES = 4096;

    private FlushTime() {}

    static double median(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "flush", ".bin");
        double[] seconds = new double[TIMES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(false);
                seconds[i] = (System.nanoTime() - begin) / 1e9;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(seconds);
        return seconds[TIMES / 2];
    }
}
