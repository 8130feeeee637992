/** Tests of profiles, tariffs and bills. */
@NullMarked
package io.quantumlayer.api.cost;

import org.jspecify.annotations.NullMarked;
