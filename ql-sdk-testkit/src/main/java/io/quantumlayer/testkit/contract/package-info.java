/**
 * Contract kits: what each SPI promises, sentence by sentence. A subclass of a kit is a JUnit test class of its own; it
 * hands over the extension under test and declares what that one can do.
 */
@NullMarked
package io.quantumlayer.testkit.contract;

import org.jspecify.annotations.NullMarked;
