/** The library itself: what callers hold, wired to engine, journal, steps and extensions. */
@NullMarked
package io.quantumlayer.core.internal.run;

import org.jspecify.annotations.NullMarked;
