/** Tests of the assertions. */
@NullMarked
package io.quantumlayer.testkit;

import org.jspecify.annotations.NullMarked;
