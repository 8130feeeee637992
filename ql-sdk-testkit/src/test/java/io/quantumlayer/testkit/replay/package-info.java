/** Journals that are read back from their export. */
@NullMarked
package io.quantumlayer.testkit.replay;

import org.jspecify.annotations.NullMarked;
