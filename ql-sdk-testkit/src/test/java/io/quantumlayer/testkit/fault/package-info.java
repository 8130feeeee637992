/** What a fault does to the run it strikes. */
@NullMarked
package io.quantumlayer.testkit.fault;

import org.jspecify.annotations.NullMarked;
