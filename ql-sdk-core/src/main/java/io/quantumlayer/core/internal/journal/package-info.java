/** The journal that is there without any database: in memory, gone with the process. */
@NullMarked
package io.quantumlayer.core.internal.journal;

import org.jspecify.annotations.NullMarked;
