/** Content-addressed storage of sources and artifacts: large values travel between steps as digests. */
@NullMarked
package io.quantumlayer.api.spi.artifact;

import org.jspecify.annotations.NullMarked;
