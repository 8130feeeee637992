/** Turns exceptions, HTTP statuses and exit codes into failures: a type, a code and a safe text. */
@NullMarked
package io.quantumlayer.core.internal.error;

import org.jspecify.annotations.NullMarked;
