/**
 * The forwarder: a small process of its own that keeps one loopback address stable while releases come and go behind
 * it, and outlives the host JVM that started it.
 *
 * <p>The class files of this package, and nothing else, are packed into the jar the process runs from, so nothing here
 * may need a class from outside this package and the JDK's {@code java.base}. The host side is
 * {@link io.quantumlayer.provider.local.forwarder.ForwarderJar},
 * {@link io.quantumlayer.provider.local.forwarder.ForwarderFolder} and
 * {@link io.quantumlayer.provider.local.forwarder.ForwarderClient}; the process starts in
 * {@link io.quantumlayer.provider.local.forwarder.ForwarderMain}, where a single thread owns all state.
 */
@NullMarked
package io.quantumlayer.provider.local.forwarder;

import org.jspecify.annotations.NullMarked;
