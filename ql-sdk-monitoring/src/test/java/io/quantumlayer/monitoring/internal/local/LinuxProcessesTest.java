package io.quantumlayer.monitoring.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinuxProcessesTest {
    private static final WantedProcess WANTED = new WantedProcess(2_000_000_010L, Watched.RELEASE, Optional.empty());
    private static final String OURS = "PATH=/bin\0QL_RELEASE=" + Watched.RELEASE + "\0HOME=/\0";

    @TempDir
    Path proc;

    private LinuxProcesses processes;

    @BeforeEach
    void open() {
        processes = new LinuxProcesses(proc);
    }

    @Test
    void adds_up_a_process_and_all_below_it_and_nothing_beside_it() throws IOException {
        process(10, 1, "S", 100, 5);
        process(11, 10, "S", 20, 2);
        process(12, 11, "R", 3, 1);
        process(13, 1, "S", 7000, 9);
        environment(12, OURS);
        status(10, "VmRSS:\t    1000 kB\n");
        status(11, "Name:\tx\nVmRSS:\t     500 kB\nThreads:\t2\n");

        assertThat(processes.usage(WANTED))
                .contains(new Usage(Optional.of(Duration.ofMillis(1230)), Optional.of(1500L * 1024), Optional.of(8L)));
    }

    @Test
    void what_cannot_be_read_is_left_out_and_never_zero() throws IOException {
        process(10, 1, "S", 100, 5);
        environment(10, OURS);

        assertThat(processes.usage(WANTED).orElseThrow().memory()).isEmpty();
    }

    @Test
    void a_process_without_the_release_in_its_environment_is_a_stranger() throws IOException {
        process(10, 1, "S", 100, 5);
        assertThat(processes.usage(WANTED)).as("hidden environment").isEmpty();

        environment(10, "NOT_QL_RELEASE=" + Watched.RELEASE + "\0QL_RELEASE=" + Watched.RELEASE + "x\0");
        assertThat(processes.usage(WANTED)).as("other environment").isEmpty();

        environment(10, OURS);
        assertThat(processes.usage(WANTED)).isPresent();
    }

    @Test
    void a_process_that_waits_to_be_buried_has_ended() throws IOException {
        process(10, 1, "Z", 100, 5);
        environment(10, OURS);

        assertThat(processes.usage(WANTED)).isEmpty();
    }

    @Test
    void another_system_shows_no_such_files() {
        assertThat(processes.available()).isFalse();
        assertThat(new LinuxProcesses(proc.resolve("none")).usage(WANTED)).isEmpty();
    }

    /** Writes a line as proc(5) describes it, under a name made to mislead, for numbers that no real process has. */
    private void process(int number, int parent, String state, int ticks, int threads) throws IOException {
        String line = "%d (a) S 1 (b) %s %d 0 0 0 -1 0 0 0 0 0 %d %d %d %d 20 0 %d 0 500 0 0\n"
                .formatted(pid(number), state, pid(parent), ticks, 0, 0, 0, threads);
        Files.createDirectories(folder(number));
        Files.writeString(folder(number).resolve("stat"), line);
    }

    private void environment(int number, String text) throws IOException {
        Files.writeString(folder(number).resolve("environ"), text);
    }

    private void status(int number, String text) throws IOException {
        Files.writeString(folder(number).resolve("status"), text);
    }

    private Path folder(int number) {
        return proc.resolve(Long.toString(pid(number)));
    }

    private static long pid(int number) {
        return 2_000_000_000L + number;
    }
}
