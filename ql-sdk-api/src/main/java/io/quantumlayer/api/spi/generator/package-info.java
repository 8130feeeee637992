/** Turns an analysed application into source code, with the recipe to build, run and probe it. */
@NullMarked
package io.quantumlayer.api.spi.generator;

import org.jspecify.annotations.NullMarked;
