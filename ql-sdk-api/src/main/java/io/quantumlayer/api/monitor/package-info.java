/** What monitors read from a running release. */
@NullMarked
package io.quantumlayer.api.monitor;

import org.jspecify.annotations.NullMarked;
