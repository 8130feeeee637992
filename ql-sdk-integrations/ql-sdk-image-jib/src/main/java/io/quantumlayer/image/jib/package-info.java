/** Images built in this process, with Jib's layers and without a daemon. */
@NullMarked
package io.quantumlayer.image.jib;

import org.jspecify.annotations.NullMarked;
