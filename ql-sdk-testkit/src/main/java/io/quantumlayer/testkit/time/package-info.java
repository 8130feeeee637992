/** Time under the test's hand: a manual clock, and what moves it whenever nothing but time is awaited. */
@NullMarked
package io.quantumlayer.testkit.time;

import org.jspecify.annotations.NullMarked;
