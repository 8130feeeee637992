/** Proved facts: digests, pieces of evidence and the names of the claims they support. */
@NullMarked
package io.quantumlayer.api.evidence;

import org.jspecify.annotations.NullMarked;
