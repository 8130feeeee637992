/** How long a new JVM needs until it shows the preview of a plan, beside one that only parses the plan's file. */
@NullMarked
package io.quantumlayer.samples.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
