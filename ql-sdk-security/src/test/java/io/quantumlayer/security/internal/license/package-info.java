/** Tests of the scanner of licences. */
@NullMarked
package io.quantumlayer.security.internal.license;

import org.jspecify.annotations.NullMarked;
