package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import java.util.List;
import java.util.Objects;

/** Creates a monitor whose attachments stand in a {@link FakeWorld}; it reads one signal of every release. */
public final class FakeMonitorFactory implements MonitorFactory {
    private final String id;
    private final FakeWorld world;

    /**
     * Creates a factory.
     *
     * @param id the monitor's id
     * @param world where its attachments stand
     */
    public FakeMonitorFactory(String id, FakeWorld world) {
        this.id = Objects.requireNonNull(id, "id");
        this.world = Objects.requireNonNull(world, "world");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Monitor create(ExtensionContext context) {
        return new FakeMonitor(id, world);
    }

    /** Reads whether a release is there. */
    private record FakeMonitor(String id, FakeWorld world) implements Monitor {
        @Override
        public Effect<List<Signal>> attach(CallContext context, MonitoredRelease release) {
            world.attach(
                    id,
                    release.release(),
                    context.idempotencyKey(),
                    context.clock().instant());
            return Effect.done(read(context, release));
        }

        @Override
        public List<Signal> read(CallContext context, MonitoredRelease release) {
            double requests = world.said(release.release()).size();
            return List.of(new Signal("lines", requests, "1", context.clock().instant()));
        }

        @Override
        public void detach(CallContext context, MonitoredRelease release) {
            world.detach(
                    id,
                    release.release(),
                    context.idempotencyKey(),
                    context.clock().instant());
        }
    }
}
