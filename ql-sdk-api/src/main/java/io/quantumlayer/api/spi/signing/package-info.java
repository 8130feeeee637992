/** Signatures over digests: what was signed, and what a verifier says about it. */
@NullMarked
package io.quantumlayer.api.spi.signing;

import org.jspecify.annotations.NullMarked;
