/** Which packages a source is built from, as its lock files and archives say. */
@NullMarked
package io.quantumlayer.security.inventory;

import org.jspecify.annotations.NullMarked;
