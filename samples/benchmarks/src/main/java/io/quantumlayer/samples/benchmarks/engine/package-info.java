/** Measures the engine beside Temporal: three steps that do nothing, 1 KB payloads, 16 callers. */
@NullMarked
package io.quantumlayer.samples.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
