/** Tables of faults with their expected ends. */
@NullMarked
package io.quantumlayer.testkit.table;

import org.jspecify.annotations.NullMarked;
