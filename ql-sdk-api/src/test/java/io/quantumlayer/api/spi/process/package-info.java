/** Tests of local commands and tools. */
@NullMarked
package io.quantumlayer.api.spi.process;

import org.jspecify.annotations.NullMarked;
