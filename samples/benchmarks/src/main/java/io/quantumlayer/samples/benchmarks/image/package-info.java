/** How long an image takes, beside buildah on the same files. */
@NullMarked
package io.quantumlayer.samples.benchmarks.image;

import org.jspecify.annotations.NullMarked;
