/**
 * Extensions that act on {@link io.quantumlayer.testkit.fake.FakeWorld}, an outside in memory that survives every
 * library instance and writes down each effect. All of them are deterministic.
 */
@NullMarked
package io.quantumlayer.testkit.fake;

import org.jspecify.annotations.NullMarked;
