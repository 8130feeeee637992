/** What scanners share: how they collect findings, and how they end when nobody waits. */
@NullMarked
package io.quantumlayer.security.internal.scan;

import org.jspecify.annotations.NullMarked;
