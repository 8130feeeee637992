/**
 * Asks language models what a sentence means: a fixed prompt, the sentence as fenced data, an answer that is data of a
 * published schema and hostile until it is read.
 */
@NullMarked
package io.quantumlayer.core.internal.model;

import org.jspecify.annotations.NullMarked;
