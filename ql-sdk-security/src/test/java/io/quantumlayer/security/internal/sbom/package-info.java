/** Tests of what images hold. */
@NullMarked
package io.quantumlayer.security.internal.sbom;

import org.jspecify.annotations.NullMarked;
