package io.quantumlayer.monitoring.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalMonitorTest {
    @TempDir
    Path folder;

    private final Monitor monitor = LocalMonitor.ofThisMachine();

    @Test
    void attaching_gives_what_can_be_read_and_changes_nothing() throws IOException {
        Path log = Files.writeString(folder.resolve("command.log"), "started\n");
        MonitoredRelease release = Watched.release(Map.of("pid", "2000000000", "log", log.toString()));

        assertThat(monitor.attach(Watched.context(), release).value().orElseThrow())
                .extracting(Signal::name)
                .containsExactly("log.bytes", "log.lines");
        assertThat(monitor.attach(Watched.context(), release).value()).isPresent();
        monitor.detach(Watched.context(), release);
        monitor.detach(Watched.context(), release);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(log);
        }
        assertThat(log).hasContent("started\n");
    }

    @Test
    void attaching_where_nothing_shows_may_be_tried_again() {
        Failure failure = failure(Watched.context(), Watched.release(Map.of("pid", "2000000000")));

        assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
        assertThat(failure.code()).isEqualTo("monitor.local.nothing-readable");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void attaching_without_attributes_or_to_another_providers_release_is_in_vain() {
        Failure missing = failure(Watched.context(), Watched.release(Map.of("port", "8080")));
        Failure foreign = failure(Watched.context(), Watched.elsewhere(Map.of("pid", "1")));

        assertThat(missing.code()).isEqualTo("monitor.local.no-attributes");
        assertThat(foreign.code()).isEqualTo("monitor.local.foreign");
        assertThat(missing.type()).isEqualTo(foreign.type()).isEqualTo(ErrorType.DEPENDENCY);
        assertThat(missing.retryable()).isEqualTo(foreign.retryable()).isFalse();
        assertThat(monitor.read(Watched.context(), Watched.elsewhere(Map.of("pid", "1"))))
                .isEmpty();
    }

    @Test
    void a_passed_deadline_or_a_cancellation_ends_it() throws IOException {
        Path log = Files.writeString(folder.resolve("command.log"), "started\n");
        MonitoredRelease release = Watched.release(Map.of("log", log.toString()));
        CallContext cancelled = Watched.context().cancelledBy(() -> true);

        assertThat(failure(Watched.context(Watched.NOW), release).type()).isEqualTo(ErrorType.TIMEOUT);
        assertThat(failure(cancelled, release).type()).isEqualTo(ErrorType.TIMEOUT);
        assertThat(Watched.values(monitor.read(cancelled, release))).doesNotContainKey("log.lines");
    }

    private Failure failure(CallContext context, MonitoredRelease release) {
        return monitor.attach(context, release).failure().orElseThrow();
    }
}
