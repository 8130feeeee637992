/**
 * What runs tell a host's own metrics and traces. Micrometer and OpenTelemetry are optional: whoever uses one of these
 * classes has the library on the class path.
 */
@NullMarked
package io.quantumlayer.monitoring.telemetry;

import org.jspecify.annotations.NullMarked;
