package io.quantumlayer.provider.local.forwarder;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Lends small direct buffers, so that a connection costs memory only while bytes wait in it.
 *
 * <p>It needs no limit of its own: a pipe holds at most one buffer and the number of tunnels is capped.
 */
final class BufferPool {

    static final int SIZE = 8 * 1024;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    ByteBuffer take() {
        ByteBuffer buffer = free.pollLast();
        return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear();
    }

    void give(ByteBuffer buffer) {
        free.addLast(buffer);
    }
}
