/**
 * Executes the commands of a flow, and nothing else: the flow decides order, retries and the end; steps are opaque
 * bytes in and bytes out; the engine makes each event durable before it acts on it.
 */
@NullMarked
package io.quantumlayer.api.spi.engine;

import org.jspecify.annotations.NullMarked;
