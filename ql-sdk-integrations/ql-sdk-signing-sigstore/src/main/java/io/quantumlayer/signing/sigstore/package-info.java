/** Keyless signatures of Sigstore: judged against an identity, its issuer and a trusted root, without a network. */
@NullMarked
package io.quantumlayer.signing.sigstore;

import org.jspecify.annotations.NullMarked;
