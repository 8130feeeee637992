package io.quantumlayer.monitoring.internal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.monitor.Monitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ProcessSignalsTest {
    private final Monitor monitor = LocalMonitor.ofThisMachine();

    @Test
    @EnabledOnOs(OS.LINUX)
    void reads_what_a_process_uses_with_units_and_time() throws IOException {
        try (Sleeper sleeper = Sleeper.carrying(Watched.RELEASE)) {
            List<Signal> signals = read(Map.of("pid", Long.toString(sleeper.pid())));

            assertThat(signals)
                    .extracting(Signal::name, Signal::unit, Signal::at)
                    .containsExactly(
                            tuple("process.cpu.time", "s", Watched.NOW),
                            tuple("process.memory.usage", "By", Watched.NOW),
                            tuple("process.thread.count", "{thread}", Watched.NOW));
            assertThat(value(signals, "process.memory.usage")).isBetween(10e6, 2e9);
            assertThat(value(signals, "process.thread.count")).isGreaterThan(5);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void counts_the_processor_time_that_is_spent() throws IOException {
        try (Sleeper sleeper = Sleeper.carrying(Watched.RELEASE)) {
            Map<String, String> attributes = Map.of("pid", Long.toString(sleeper.pid()));
            double before = value(read(attributes), "process.cpu.time");
            double own = ownProcessorTime(sleeper);
            sleeper.burn();
            double after = value(read(attributes), "process.cpu.time");

            assertThat(before).isCloseTo(own, within(0.5));
            assertThat(after - before).isBetween(0.45, 5.0);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void counts_what_runs_below_a_launcher() throws IOException {
        try (Sleeper sleeper = Sleeper.below(Watched.RELEASE)) {
            Map<String, String> attributes = Map.of("pid", Long.toString(sleeper.pid()));
            sleeper.burn();

            List<Signal> signals = read(attributes);

            assertThat(value(signals, "process.cpu.time")).isGreaterThan(0.45);
            assertThat(value(signals, "process.memory.usage")).isGreaterThan(10e6);
        }
    }

    @Test
    void a_process_of_another_release_is_a_stranger() throws IOException {
        try (Sleeper stranger = Sleeper.carrying("rzzzzzzzzzzzz")) {
            assertThat(read(Map.of("pid", Long.toString(stranger.pid())))).isEmpty();
        }
    }

    @Test
    void a_process_that_began_at_another_time_is_a_stranger() throws IOException {
        try (Sleeper sleeper = Sleeper.carrying(Watched.RELEASE)) {
            String pid = Long.toString(sleeper.pid());
            String right = sleeper.startedAt().plusMillis(500).toString();
            String wrong = sleeper.startedAt().minusSeconds(60).toString();

            assertThat(read(Map.of("pid", pid, "startedAt", wrong))).isEmpty();
            assertThat(read(Map.of("pid", pid, "startedAt", "yesterday"))).isEmpty();
            assertThat(read(Map.of("pid", pid, "startedAt", right))).isNotEmpty();
        }
    }

    @Test
    void a_process_that_has_ended_is_left_out() throws IOException {
        Sleeper sleeper = Sleeper.carrying(Watched.RELEASE);
        sleeper.close();

        assertThat(read(Map.of("pid", Long.toString(sleeper.pid())))).isEmpty();
        assertThat(read(Map.of("pid", "none"))).isEmpty();
    }

    @Test
    void where_only_java_tells_the_time_is_read_and_the_rest_is_left_out() throws IOException {
        Monitor portable = new LocalMonitor(new PortableProcesses());
        try (Sleeper sleeper = Sleeper.carrying(Watched.RELEASE)) {
            String pid = Long.toString(sleeper.pid());
            String startedAt = sleeper.startedAt().toString();

            assertThat(portable.read(Watched.context(), Watched.release(Map.of("pid", pid, "startedAt", startedAt))))
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.name()).isEqualTo("process.cpu.time"))
                    .satisfies(signal -> assertThat(signal.value()).isPositive());
            assertThat(portable.read(Watched.context(), Watched.release(Map.of("pid", pid))))
                    .isEmpty();
        }
    }

    private List<Signal> read(Map<String, String> attributes) {
        return monitor.read(Watched.context(), Watched.release(attributes));
    }

    private static double value(List<Signal> signals, String name) {
        return Watched.values(signals).get(name);
    }

    private static double ownProcessorTime(Sleeper sleeper) {
        return ProcessHandle.of(sleeper.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis()
                / 1000.0;
    }
}
