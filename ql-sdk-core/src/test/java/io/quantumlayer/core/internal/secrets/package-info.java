/** Resolves and mints secrets in real files. */
@NullMarked
package io.quantumlayer.core.internal.secrets;

import org.jspecify.annotations.NullMarked;
