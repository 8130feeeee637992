/**
 * A durable journal in one SQLite file, for hosts that have no database server.
 *
 * <p>The driver brings a native library, which it unpacks into the folder for temporary files and loads from there;
 * that folder must allow execution, or the system property {@code org.sqlite.tmpdir} names another one. From JDK 24 on,
 * start the JVM with {@code --enable-native-access=ALL-UNNAMED}, or the load prints a warning that later versions turn
 * into a refusal.
 */
@NullMarked
package io.quantumlayer.journal.jdbc;

import org.jspecify.annotations.NullMarked;
