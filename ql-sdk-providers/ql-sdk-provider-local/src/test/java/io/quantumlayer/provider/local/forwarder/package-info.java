/** Tests of the forwarder, over real sockets and, where a process matters, real processes. */
@NullMarked
package io.quantumlayer.provider.local.forwarder;

import org.jspecify.annotations.NullMarked;
