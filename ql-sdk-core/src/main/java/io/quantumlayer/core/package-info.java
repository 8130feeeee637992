/** Builds library instances and reads plan files: all that callers need beside the API. */
@NullMarked
package io.quantumlayer.core;

import org.jspecify.annotations.NullMarked;
