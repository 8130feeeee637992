/** Tests of the journal on SQLite beyond what its contract kit asks: files, schema, kills and damage. */
@NullMarked
package io.quantumlayer.journal.jdbc;

import org.jspecify.annotations.NullMarked;
