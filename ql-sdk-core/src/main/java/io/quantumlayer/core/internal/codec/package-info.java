/**
 * Values as JSON: what crosses a step, a checkpoint or a record is encoded here, and nowhere else does core meet the
 * JSON library's types. Bounded, deterministic, and lenient to fields that a later version adds.
 */
@NullMarked
package io.quantumlayer.core.internal.codec;

import org.jspecify.annotations.NullMarked;
