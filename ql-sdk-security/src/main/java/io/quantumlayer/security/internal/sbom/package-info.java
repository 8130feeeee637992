/** The JSON of bills of materials. */
@NullMarked
package io.quantumlayer.security.internal.sbom;

import org.jspecify.annotations.NullMarked;
