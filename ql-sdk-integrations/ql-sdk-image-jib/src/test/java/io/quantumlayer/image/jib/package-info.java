/** Images built from small folders, compared byte by byte. */
@NullMarked
package io.quantumlayer.image.jib;

import org.jspecify.annotations.NullMarked;
