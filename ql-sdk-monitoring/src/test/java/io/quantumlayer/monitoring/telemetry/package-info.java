@NullMarked
package io.quantumlayer.monitoring.telemetry;

import org.jspecify.annotations.NullMarked;
