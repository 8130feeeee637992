/** The effect ledger: what was intended outside and how it ended, and the protocol that keeps one effect per key. */
@NullMarked
package io.quantumlayer.core.internal.ledger;

import org.jspecify.annotations.NullMarked;
