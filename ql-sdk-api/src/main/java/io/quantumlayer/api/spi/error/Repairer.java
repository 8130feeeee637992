package io.quantumlayer.api.spi.error;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.CallContext;
import java.util.Optional;

/**
 * Mends what made a step fail, so that another try makes sense: refreshes a credential, repairs a setting, frees or
 * right-sizes a resource. An extension that can do so implements it beside its own SPI; a caller may register one.
 *
 * <p>Called at most once for each failed attempt, for failures of type authentication, configuration and resource. A
 * repair is idempotent, and it never weakens security, compliance or residency.
 */
public interface Repairer {
    /**
     * Tries to mend the cause of a failure.
     *
     * @param context the failed call's run and the time left
     * @param step the id of the step that failed
     * @param failure why it failed
     * @return what was done, in one readable line, or empty if nothing could be done
     */
    Optional<String> repair(CallContext context, String step, Failure failure);
}
