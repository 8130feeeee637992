/**
 * The contract of a journal as tests: extend {@link io.quantumlayer.testkit.journal.JournalContract} and say how yours
 * is opened and what it claims.
 */
@NullMarked
package io.quantumlayer.testkit.journal;

import org.jspecify.annotations.NullMarked;
