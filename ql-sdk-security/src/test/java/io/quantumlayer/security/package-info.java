/** Tests of what hosts see of this artifact. */
@NullMarked
package io.quantumlayer.security;

import org.jspecify.annotations.NullMarked;
