package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.generator.Recipe;

/**
 * The source of a release.
 *
 * @param digest its digest in the artifact store
 * @param origin what made it
 * @param recipe how to build, run and probe it
 */
record SourceTaken(Digest digest, String origin, Recipe recipe) {}
