/** Turns exceptions, HTTP statuses and exit codes into failures: one of the eleven types, a stable code, a safe text. */
@NullMarked
package io.quantumlayer.core.internal.error;

import org.jspecify.annotations.NullMarked;
