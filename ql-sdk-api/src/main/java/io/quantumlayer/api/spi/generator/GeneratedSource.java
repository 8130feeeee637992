package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.spi.artifact.FileTree;

/**
 * A generated source with its recipe.
 *
 * @param origin what made it, such as {@code blueprint java-rest 1}
 * @param files the source
 * @param recipe how to build, run and probe it
 */
public record GeneratedSource(String origin, FileTree files, Recipe recipe) {}
