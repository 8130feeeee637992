/** Each kit against what comes with the testkit and with core, and against fakes that lie. */
@NullMarked
package io.quantumlayer.testkit.contract;

import org.jspecify.annotations.NullMarked;
