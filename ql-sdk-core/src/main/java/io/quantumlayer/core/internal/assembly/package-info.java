/** Puts a library instance together: discovery, settings, extensions and the order in which things are closed. */
@NullMarked
package io.quantumlayer.core.internal.assembly;

import org.jspecify.annotations.NullMarked;
