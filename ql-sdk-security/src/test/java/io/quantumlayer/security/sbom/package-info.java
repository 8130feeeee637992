/** Tests of bills of materials. */
@NullMarked
package io.quantumlayer.security.sbom;

import org.jspecify.annotations.NullMarked;
