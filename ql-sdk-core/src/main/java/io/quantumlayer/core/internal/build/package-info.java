/** Builds artifacts with the commands of a recipe, confined and followed from outside. */
@NullMarked
package io.quantumlayer.core.internal.build;

import org.jspecify.annotations.NullMarked;
