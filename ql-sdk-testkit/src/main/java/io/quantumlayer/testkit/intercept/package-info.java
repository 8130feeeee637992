/** Standing between the library and any extension: to record, to break or to cut off its calls. */
@NullMarked
package io.quantumlayer.testkit.intercept;

import org.jspecify.annotations.NullMarked;
