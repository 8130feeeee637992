/** How bundles, envelopes and statements are read and written; every reader here meets hostile bytes. */
@NullMarked
package io.quantumlayer.security.internal.signing;

import org.jspecify.annotations.NullMarked;
