/** Shows what becomes of exceptions, statuses and exit codes. */
@NullMarked
package io.quantumlayer.core.internal.error;

import org.jspecify.annotations.NullMarked;
