package io.quantumlayer.core.internal.step;

import java.net.URI;
import java.util.Optional;

/**
 * A release that receives the traffic.
 *
 * @param address the public address that was probed
 * @param schema the version of its database's schema then; empty is UNKNOWN
 */
record Live(URI address, Optional<String> schema) {}
