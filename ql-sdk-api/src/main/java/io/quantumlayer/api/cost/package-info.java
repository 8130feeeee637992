/**
 * What an application uses in a month and what that costs: workload profiles, tariffs, bills. Money is decimal and
 * never rounded before a total; what nobody read is UNKNOWN and never counts as 0.
 */
@NullMarked
package io.quantumlayer.api.cost;

import org.jspecify.annotations.NullMarked;
