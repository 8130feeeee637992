/**
 * What every extension shares: the context of a call, the context an extension is created in, and its settings. An
 * extension is created once per library instance by its factory and may be called from many threads at once.
 */
@NullMarked
package io.quantumlayer.api.spi;

import org.jspecify.annotations.NullMarked;
