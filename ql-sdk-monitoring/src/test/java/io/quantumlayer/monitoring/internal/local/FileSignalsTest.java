package io.quantumlayer.monitoring.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.monitor.Monitor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileSignalsTest {
    private static final String NOTE = """
            ACCEPTED=120
            REFUSED=1
            FAILED_CONNECTS=2
            BYTES_FROM_CLIENTS=9000
            answers=40
            p50=PT0.0015S
            p95=PT0.02S
            p99=PT1.25S
            open.rabcdefghijkl=3
            at=2029-12-31T23:59:55Z
            """;

    @TempDir
    Path folder;

    private final Monitor monitor = LocalMonitor.ofThisMachine();

    @Test
    void counts_bytes_and_lines_of_the_log() throws IOException {
        Path log = Files.writeString(folder.resolve("command.log"), "one\ntwo\nthree");

        assertThat(Watched.values(read("log", log))).isEqualTo(Map.of("log.bytes", 13.0, "log.lines", 3.0));
    }

    @Test
    void an_empty_log_is_known_to_be_empty() throws IOException {
        Path log = Files.createFile(folder.resolve("command.log"));

        assertThat(Watched.values(read("log", log))).isEqualTo(Map.of("log.bytes", 0.0, "log.lines", 0.0));
    }

    @Test
    void a_log_too_long_to_count_has_bytes_alone() throws IOException {
        Path log = folder.resolve("command.log");
        long length = (64L << 20) + 1;
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(length);
        }

        assertThat(Watched.values(read("log", log))).isEqualTo(Map.of("log.bytes", (double) length));
    }

    @Test
    void links_folders_and_missing_files_are_left_out() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "x\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(read("log", link)).isEmpty();
        assertThat(read("log", folder)).isEmpty();
        assertThat(read("log", folder.resolve("none"))).isEmpty();
        assertThat(read("traffic", folder.resolve("none"))).isEmpty();
        assertThat(read("log", Path.of("pom.xml"))).as("relative").isEmpty();
    }

    @Test
    void reads_connections_and_answer_times_at_the_time_of_the_note() throws IOException {
        List<Signal> signals = traffic(NOTE);

        assertThat(Watched.values(signals))
                .isEqualTo(Map.of(
                        "traffic.connections.open", 3.0,
                        "traffic.connections.accepted", 120.0,
                        "traffic.connections.failed", 2.0,
                        "traffic.answers", 40.0,
                        "traffic.first_byte.duration.p50", 0.0015,
                        "traffic.first_byte.duration.p95", 0.02,
                        "traffic.first_byte.duration.p99", 1.25));
        assertThat(signals).allSatisfy(signal -> assertThat(signal.at()).isEqualTo(Watched.NOW.minusSeconds(5)));
    }

    @Test
    void without_answers_there_are_no_answer_times() throws IOException {
        assertThat(Watched.values(traffic(NOTE.replace("answers=40", "answers=0"))))
                .containsOnlyKeys(
                        "traffic.connections.open", "traffic.connections.accepted", "traffic.connections.failed");
    }

    @Test
    void while_another_release_drains_the_answer_times_are_nobodys() throws IOException {
        assertThat(Watched.values(traffic(NOTE + "open.rzzzzzzzzzzzz=1\n")))
                .containsEntry("traffic.connections.open", 3.0)
                .doesNotContainKey("traffic.first_byte.duration.p50");
    }

    @Test
    void the_traffic_of_another_release_is_not_that_of_this_one() throws IOException {
        assertThat(traffic(NOTE.replace("rabcdefghijkl", "rzzzzzzzzzzzz"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2029-12-31T23:59:49Z", "2030-01-01T00:00:11Z", "", "soon"})
    void an_old_note_or_one_without_a_time_is_left_out(String at) throws IOException {
        assertThat(traffic(NOTE.replace("2029-12-31T23:59:55Z", at))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED=120, ACCEPTED=many", "ACCEPTED=120, ''", "p50=PT0.0015S, p50=PT", "p99=PT1.25S, p99=1.25"})
    void a_malformed_note_is_left_out_whole(String good, String bad) throws IOException {
        assertThat(traffic(NOTE.replace(good, bad))).isEmpty();
    }

    private List<Signal> traffic(String note) throws IOException {
        return read("traffic", Files.writeString(folder.resolve("stats.properties"), note));
    }

    private List<Signal> read(String attribute, Path file) {
        return monitor.read(Watched.context(), Watched.release(Map.of(attribute, file.toString())));
    }
}
