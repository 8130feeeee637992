/** Asks a running application over HTTP, each time over a connection of its own. */
@NullMarked
package io.quantumlayer.core.internal.probe;

import org.jspecify.annotations.NullMarked;
