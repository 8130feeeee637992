package io.quantumlayer.testkit.time;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Cancellation;
import io.quantumlayer.api.spi.engine.FlowCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Knows what goes on in every watched instance, and so when only time can bring the next event. Thread-safe. */
final class Activity implements TimeSkipper.RunWatcher {
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** The last command of each run that goes on, or empty for one whose first event is on its way. */
    private final Map<RunId, Optional<FlowCommand>> runs = new HashMap<>();

    private final Map<Instant, Integer> timers = new HashMap<>();
    private final List<Cancellation> parked = new ArrayList<>();
    private final List<Renewals> leases = new ArrayList<>();
    private long changes;

    @Override
    public synchronized void begun(RunId run) {
        runs.put(run, Optional.empty());
    }

    @Override
    public synchronized void commanded(RunId run, FlowCommand command) {
        if (runs.containsKey(run)) {
            runs.put(run, Optional.of(command));
        }
        changed();
    }

    @Override
    public synchronized void signalled(RunId run) {
        runs.computeIfPresent(run, (id, command) -> Optional.empty());
    }

    @Override
    public synchronized void over(RunId run) {
        runs.remove(run);
        changed();
    }

    synchronized void timerSet(EngineTime.Awaited timer) {
        if (timer.count()) {
            timers.merge(timer.at(), 1, Integer::sum);
            changed();
        }
    }

    synchronized void timerGone(EngineTime.Awaited timer) {
        if (timer.drop()) {
            timers.computeIfPresent(timer.at(), (at, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized void parked(Cancellation cancellation) {
        parked.add(cancellation);
        changed();
    }

    synchronized void unparked(Cancellation cancellation) {
        parked.remove(cancellation);
    }

    synchronized void add(Renewals renewals) {
        leases.add(renewals);
    }

    synchronized void remove(Renewals renewals) {
        leases.remove(renewals);
    }

    synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** Waits until every run waits for time; false if something else came first. */
    synchronized boolean awaitQuiet(BooleanSupplier done, long end) {
        while (!done.getAsBoolean() && System.nanoTime() - end < 0) {
            boolean renewing = leases.stream().anyMatch(Renewals::underWay);
            if (!renewing && quiet()) {
                return true;
            }
            pause(renewing ? System.nanoTime() + LOOK_AGAIN_NANOS : end); // Nobody tells when a thread rests.
        }
        return false;
    }

    /** Waits until something changes. */
    synchronized void awaitChange(long end) {
        pause(end);
    }

    private void pause(long end) {
        long seen = changes;
        try {
            while (changes == seen && System.nanoTime() - end < 0) {
                // At least one, since zero would wait for ever.
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while time was skipped", e);
        }
    }

    private boolean quiet() {
        if (runs.isEmpty()) {
            return false;
        }
        Map<Instant, Integer> awaited = new HashMap<>();
        long busy = 0;
        for (Optional<FlowCommand> command : runs.values()) {
            if (command.filter(c -> c.kind() == FlowCommand.Kind.WAIT).isEmpty()) {
                busy++;
            }
            command.flatMap(FlowCommand::until).ifPresent(until -> awaited.merge(until, 1, Integer::sum));
        }
        boolean hung = busy == parked.stream().filter(c -> !c.requested()).count();
        return hung && awaited.entrySet().stream().allMatch(e -> timers.getOrDefault(e.getKey(), 0) >= e.getValue());
    }

    @Override
    public synchronized String toString() {
        List<String> lines = new ArrayList<>();
        runs.forEach((run, command) -> lines.add(run + " "
                + command.map(c -> c.kind() + " " + c.step()
                                + c.until().map(u -> "until " + u).orElse(""))
                        .orElse("begins")));
        return lines.size() + " runs go on: " + lines + ", " + parked.size() + " steps hang, timers at "
                + timers.keySet();
    }
}
