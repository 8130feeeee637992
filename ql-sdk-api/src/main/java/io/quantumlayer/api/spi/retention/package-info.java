/** Which images of a repository stay, and what became of the others. */
@NullMarked
package io.quantumlayer.api.spi.retention;

import org.jspecify.annotations.NullMarked;
