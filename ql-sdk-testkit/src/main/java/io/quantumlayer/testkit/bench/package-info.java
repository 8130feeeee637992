/** A whole library on fakes: the test bench, its JUnit extension, and a look at what core lends to extensions. */
@NullMarked
package io.quantumlayer.testkit.bench;

import org.jspecify.annotations.NullMarked;
