/** The catalogue of the clouds: offerings with dated facts, limits and prices. */
@NullMarked
package io.quantumlayer.catalog;

import org.jspecify.annotations.NullMarked;
