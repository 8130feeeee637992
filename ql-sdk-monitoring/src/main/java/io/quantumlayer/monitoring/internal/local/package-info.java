/**
 * The monitor {@code local}: reads what a release of the provider {@code local} shows of itself, each time anew from
 * the operating system and from files, so that it has nothing to remember and nothing to remove.
 *
 * <pre>
 * attribute  signals
 * pid        process.cpu.time (s), process.memory.usage (By), process.thread.count ({thread}):
 *            of the process and all it started
 * log        log.bytes (By), log.lines (1)
 * traffic    traffic.connections.open ({connection}) of the release, .accepted and .failed of its address,
 *            traffic.answers ({answer}) of the last minute, traffic.first_byte.duration.p50, .p95, .p99 (s):
 *            from the forwarder's note, once the release has the traffic
 * </pre>
 */
@NullMarked
package io.quantumlayer.monitoring.internal.local;

import org.jspecify.annotations.NullMarked;
