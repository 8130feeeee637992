package io.quantumlayer.provider.local.forwarder;

import java.time.Clock;

/** What every part of the traffic side shares. */
record Plumbing(EventLoop loop, BufferPool buffers, Tally tally, BoundedLog log, Clock clock) {}
