/** Tests of the order of versions. */
@NullMarked
package io.quantumlayer.security.internal.version;

import org.jspecify.annotations.NullMarked;
