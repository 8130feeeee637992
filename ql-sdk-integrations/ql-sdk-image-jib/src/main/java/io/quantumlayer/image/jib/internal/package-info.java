/** Layers, bases and layouts, and how they become one image. */
@NullMarked
package io.quantumlayer.image.jib.internal;

import org.jspecify.annotations.NullMarked;
