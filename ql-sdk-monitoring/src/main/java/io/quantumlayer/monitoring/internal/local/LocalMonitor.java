package io.quantumlayer.monitoring.internal.local;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the process, the log and the traffic of releases that the provider {@code local} runs on this machine.
 *
 * <p>It keeps nothing, starts nothing and changes nothing, so {@link #detach} has nothing to do. A process is only read
 * if it is known to be the release's: by its start time where the attribute {@code startedAt} tells it, else by the
 * release's id in its environment. Safe for use by many threads.
 */
public final class LocalMonitor implements Monitor {
    /** The id by which settings and reports name this monitor, which is that of its provider. */
    public static final String ID = "local";

    private static final Set<String> ATTRIBUTES = Set.of("pid", "log", "traffic");
    private static final double MILLIS_PER_SECOND = 1000;

    private final Processes processes;

    LocalMonitor(Processes processes) {
        this.processes = processes;
    }

    /**
     * Creates a monitor for the platform that this runs on.
     *
     * @return the monitor
     */
    public static LocalMonitor ofThisMachine() {
        return new LocalMonitor(Processes.ofThisMachine());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Effect<List<Signal>> attach(CallContext context, MonitoredRelease release) {
        if (!release.provider().equals(ID)) {
            return Effect.failed(nothing("foreign", "it watches releases of the provider local alone")
                    .notRetryable());
        }
        if (release.attributes().keySet().stream().noneMatch(ATTRIBUTES::contains)) {
            return Effect.failed(nothing("no-attributes", "the provider tells neither pid nor log nor traffic")
                    .notRetryable());
        }
        if (stopped(context)) {
            return Effect.failed(Failure.of(
                    ErrorType.TIMEOUT, code("deadline"), "the monitor was cancelled or its deadline passed"));
        }
        List<Signal> signals = read(context, release);
        return signals.isEmpty()
                ? Effect.failed(nothing("nothing-readable", "its process has ended, and neither log nor traffic shows"))
                : Effect.done(signals);
    }

    @Override
    public List<Signal> read(CallContext context, MonitoredRelease release) {
        List<Signal> signals = new ArrayList<>();
        if (release.provider().equals(ID)) {
            addProcess(signals, context, release);
            addLog(signals, context, release);
            addTraffic(signals, context, release);
        }
        return List.copyOf(signals);
    }

    @Override
    public void detach(CallContext context, MonitoredRelease release) {
        Objects.requireNonNull(release, "release"); // attaching made nothing
    }

    private void addProcess(List<Signal> signals, CallContext context, MonitoredRelease release) {
        if (stopped(context)) {
            return;
        }
        Optional<Usage> usage = WantedProcess.of(release.release().value(), release.attributes())
                .flatMap(processes::usage);
        Instant now = context.clock().instant();
        usage.flatMap(Usage::cpu)
                .map(LocalMonitor::seconds)
                .ifPresent(cpu -> signals.add(new Signal("process.cpu.time", cpu, "s", now)));
        usage.flatMap(Usage::memory)
                .ifPresent(bytes -> signals.add(new Signal("process.memory.usage", bytes, "By", now)));
        usage.flatMap(Usage::threads)
                .ifPresent(threads -> signals.add(new Signal("process.thread.count", threads, "{thread}", now)));
    }

    private static void addLog(List<Signal> signals, CallContext context, MonitoredRelease release) {
        Optional<ShownFile> log = file(release, "log");
        Instant now = context.clock().instant();
        log.flatMap(ShownFile::bytes).ifPresent(bytes -> signals.add(new Signal("log.bytes", bytes, "By", now)));
        log.flatMap(file -> file.lines(() -> stopped(context)))
                .ifPresent(lines -> signals.add(new Signal("log.lines", lines, "1", now)));
    }

    private static void addTraffic(List<Signal> signals, CallContext context, MonitoredRelease release) {
        file(release, "traffic")
                .flatMap(ShownFile::note)
                .map(TrafficNote::new)
                .map(note ->
                        note.signals(release.release().value(), context.clock().instant()))
                .ifPresent(signals::addAll);
    }

    private static Optional<ShownFile> file(MonitoredRelease release, String attribute) {
        return Optional.ofNullable(release.attributes().get(attribute)).flatMap(ShownFile::named);
    }

    private static boolean stopped(CallContext context) {
        return context.cancellation().requested() || context.remaining().isZero();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }

    private static Failure nothing(String name, String why) {
        return Failure.of(ErrorType.DEPENDENCY, code(name), "there is nothing to read of the release: " + why);
    }

    private static String code(String name) {
        return "monitor.local." + name;
    }
}
