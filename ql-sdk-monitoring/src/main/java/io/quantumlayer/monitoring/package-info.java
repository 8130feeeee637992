/**
 * Monitors that watch a release before and after it takes the traffic.
 *
 * <p>{@link io.quantumlayer.monitoring.LocalMonitorFactory} gives the monitor {@code local}, for releases that run as
 * processes of this machine.
 */
@NullMarked
package io.quantumlayer.monitoring;

import org.jspecify.annotations.NullMarked;
