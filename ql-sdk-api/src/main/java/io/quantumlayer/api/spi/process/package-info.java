/** Long local commands: started confined, found again by a marker, and known to have ended by a file. */
@NullMarked
package io.quantumlayer.api.spi.process;

import org.jspecify.annotations.NullMarked;
