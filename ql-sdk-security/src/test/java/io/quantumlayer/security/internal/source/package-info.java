/** Tests of the scanner {@code source}; every secret in them is assembled while they run, so that none stands here. */
@NullMarked
package io.quantumlayer.security.internal.source;

import org.jspecify.annotations.NullMarked;
