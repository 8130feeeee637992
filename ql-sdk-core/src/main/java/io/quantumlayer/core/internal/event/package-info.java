/** Turns what the journal keeps of a run into the events that callers see: live and replayed alike. */
@NullMarked
package io.quantumlayer.core.internal.event;

import org.jspecify.annotations.NullMarked;
