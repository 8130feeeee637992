/** Reads under which licences packages come, as far as their own descriptions say, and compares them with lists. */
@NullMarked
package io.quantumlayer.security.internal.license;

import org.jspecify.annotations.NullMarked;
