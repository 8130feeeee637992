package io.quantumlayer.core.internal.event;

import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps whatever a listener throws away from the run it is told of. The first failure is logged; the listener stays and
 * is told of the next event. Thread-safe as the listener itself.
 */
public final class GuardedListener implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final RunListener listener;
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Guards one listener of one run.
     *
     * @param listener the listener
     */
    public GuardedListener(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void onEvent(RunEvent event) {
        try {
            listener.onEvent(event);
        } catch (Throwable t) { // An Error of the host's own code must not end the run either.
            if (failed.compareAndSet(false, true)) {
                LOG.warn(
                        "A listener failed at event {} of run {}; the run goes on, later failures are not logged",
                        event.sequence(),
                        event.run(),
                        t);
            }
        }
    }
}
