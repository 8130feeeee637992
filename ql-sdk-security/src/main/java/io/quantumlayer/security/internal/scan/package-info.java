/** What scanners share: how they collect findings, read zips within bounds, and end when nobody waits. */
@NullMarked
package io.quantumlayer.security.internal.scan;

import org.jspecify.annotations.NullMarked;
