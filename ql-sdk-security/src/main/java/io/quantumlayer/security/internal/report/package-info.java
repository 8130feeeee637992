/** Writes what scanners saw in the formats that other tools read. */
@NullMarked
package io.quantumlayer.security.internal.report;

import org.jspecify.annotations.NullMarked;
