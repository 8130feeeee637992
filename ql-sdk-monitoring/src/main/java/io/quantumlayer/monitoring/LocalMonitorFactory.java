package io.quantumlayer.monitoring;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitorFactory;
import io.quantumlayer.monitoring.internal.local.LocalMonitor;
import java.util.List;

/**
 * Creates the monitor for releases of the provider {@code local}, under the id {@code local}.
 *
 * <p>It has no settings, needs no home and starts no thread. Safe for use by many threads.
 */
public final class LocalMonitorFactory implements MonitorFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public LocalMonitorFactory() {}

    @Override
    public String id() {
        return LocalMonitor.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Monitor create(ExtensionContext context) {
        return LocalMonitor.ofThisMachine();
    }
}
