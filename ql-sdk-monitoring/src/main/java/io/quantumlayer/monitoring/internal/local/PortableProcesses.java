package io.quantumlayer.monitoring.internal.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what Java itself tells of a process: its processor time, and only if its provider told when it began. */
final class PortableProcesses implements Processes {
    @Override
    public Optional<Usage> usage(WantedProcess wanted) {
        if (!wanted.began().orElse(false)) {
            return Optional.empty();
        }
        List<Duration> times = ProcessHandle.of(wanted.pid()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .toList();
        Optional<Duration> cpu = times.stream().reduce(Duration::plus);
        return Optional.of(new Usage(cpu, Optional.empty(), Optional.empty()));
    }
}
