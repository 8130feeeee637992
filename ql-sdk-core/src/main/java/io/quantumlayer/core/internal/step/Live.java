package io.quantumlayer.core.internal.step;

import java.net.URI;

/**
 * A release that receives the traffic.
 *
 * @param address the public address that was probed
 */
record Live(URI address) {}
