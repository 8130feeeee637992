/** What a run tells while it goes on, in order and replayable. */
@NullMarked
package io.quantumlayer.api.event;

import org.jspecify.annotations.NullMarked;
