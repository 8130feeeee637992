package io.quantumlayer.api.spi.monitor;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import java.util.List;

/**
 * Watches releases. Thread-safe. All three calls are bounded by the deadline and idempotent.
 *
 * <p>Order for one release: {@link #attach} in step 9, {@link #read} any number of times while it is attached and after
 * a restart of the host, {@link #detach} when it is removed. A monitor that keeps state keeps it under its home, so
 * that it survives the host.
 */
public interface Monitor {
    /**
     * Returns the monitor's id.
     *
     * @return the id
     */
    String id();

    /**
     * Attaches to a placed release.
     *
     * @param context the call
     * @param release the release
     * @return the first signals, at least one; a failure if there is nothing this monitor can read
     */
    Effect<List<Signal>> attach(CallContext context, MonitoredRelease release);

    /**
     * Reads the present signals.
     *
     * @param context the call
     * @param release an attached release
     * @return the signals that can be read now; one that cannot is left out, never given as zero
     */
    List<Signal> read(CallContext context, MonitoredRelease release);

    /**
     * Detaches and removes all that {@link #attach} made; a release that was never attached is no error.
     *
     * @param context the call
     * @param release the release
     */
    void detach(CallContext context, MonitoredRelease release);
}
