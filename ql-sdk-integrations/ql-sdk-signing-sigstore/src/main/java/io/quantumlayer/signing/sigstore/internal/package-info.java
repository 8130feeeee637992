/** What stands between Sigstore's own verifier and our verdicts. */
@NullMarked
package io.quantumlayer.signing.sigstore.internal;

import org.jspecify.annotations.NullMarked;
