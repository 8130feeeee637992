/** What the keyless verifier refuses; a bundle of the real Sigstore needs its network to be made. */
@NullMarked
package io.quantumlayer.signing.sigstore;

import org.jspecify.annotations.NullMarked;
