/** What can go wrong, as values: eleven error types, one failure shape, one unchecked root exception. */
@NullMarked
package io.quantumlayer.api.error;

import org.jspecify.annotations.NullMarked;
