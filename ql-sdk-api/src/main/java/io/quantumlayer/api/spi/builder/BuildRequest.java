package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.generator.Recipe;

/**
 * What to build.
 *
 * @param source the digest of the scanned source in the artifact store
 * @param recipe how to build it
 */
public record BuildRequest(Digest source, Recipe recipe) {}
