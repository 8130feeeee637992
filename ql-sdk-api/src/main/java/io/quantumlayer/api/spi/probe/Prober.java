package io.quantumlayer.api.spi.probe;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import java.net.URI;
import java.util.Map;

/**
 * Sends one GET over a fresh connection: no redirects, no cookies, no cache, no pooled connection. Thread-safe. Blocks
 * at most until the deadline.
 */
@FunctionalInterface
public interface Prober {
    /**
     * Asks once.
     *
     * @param context the call
     * @param address the absolute http or https address
     * @param headers request headers; never a real credential
     * @return what was answered, whatever the status, or the failure if nothing was; never pending
     */
    Effect<ProbeAnswer> get(CallContext context, URI address, Map<String, String> headers);
}
