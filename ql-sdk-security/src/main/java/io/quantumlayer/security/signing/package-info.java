/** Signatures and attestations in the formats that cosign reads and writes: keys, bundles, images. */
@NullMarked
package io.quantumlayer.security.signing;

import org.jspecify.annotations.NullMarked;
