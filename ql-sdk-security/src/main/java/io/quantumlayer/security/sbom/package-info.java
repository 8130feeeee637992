/** Bills of materials and provenance: what an artifact is made of, and how it was made. */
@NullMarked
package io.quantumlayer.security.sbom;

import org.jspecify.annotations.NullMarked;
