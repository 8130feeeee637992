/** Journals read back from their export: is the chain whole, and what does today's library make of them. */
@NullMarked
package io.quantumlayer.testkit.replay;

import org.jspecify.annotations.NullMarked;
