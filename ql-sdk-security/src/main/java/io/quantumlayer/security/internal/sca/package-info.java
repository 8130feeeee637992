/** Compares the packages of a source with advisories in the OSV format. */
@NullMarked
package io.quantumlayer.security.internal.sca;

import org.jspecify.annotations.NullMarked;
