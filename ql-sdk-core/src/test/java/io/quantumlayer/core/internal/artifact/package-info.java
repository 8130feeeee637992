/** Tests of the artifact store. */
@NullMarked
package io.quantumlayer.core.internal.artifact;

import org.jspecify.annotations.NullMarked;
