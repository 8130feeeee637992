/**
 * The engine inside the host's process. Each run is a mailbox: what happens to it is handled one message at a time on a
 * worker thread, and between two messages the run is only memory. Events become durable in the journal before anything
 * is done about them.
 */
@NullMarked
package io.quantumlayer.core.internal.engine;

import org.jspecify.annotations.NullMarked;
