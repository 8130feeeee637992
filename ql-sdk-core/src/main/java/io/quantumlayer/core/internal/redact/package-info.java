/**
 * Keeps secret values out of everything that is written down: literal ones are refused before a run begins, resolved
 * ones are masked in every text that comes from outside.
 */
@NullMarked
package io.quantumlayer.core.internal.redact;

import org.jspecify.annotations.NullMarked;
