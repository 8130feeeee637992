package io.quantumlayer.monitoring.internal.local;

import java.time.Duration;
import java.util.Optional;

/**
 * What a process and all it started use together; what cannot be read is empty.
 *
 * @param cpu the processor time spent so far, that of children that have ended included where the system knows it
 * @param memory the resident bytes; pages that processes share count for each
 * @param threads the number of threads
 */
record Usage(Optional<Duration> cpu, Optional<Long> memory, Optional<Long> threads) {}
