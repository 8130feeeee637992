package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Moves bytes one way between two sockets, holding back the sender as soon as one buffer waits for the receiver.
 *
 * <p>The sender's end of stream is handed on only behind its last byte, and leaves the other direction open.
 */
final class Pipe {

    /** How many full buffers one readiness event may move before other connections get their turn. */
    private static final int ROUNDS = 8;

    private final SocketChannel from;
    private final SocketChannel to;
    private final BufferPool buffers;
    private @Nullable ByteBuffer waiting;
    private boolean ended;
    private boolean endPassedOn;

    Pipe(SocketChannel from, SocketChannel to, BufferPool buffers) {
        this.from = from;
        this.to = to;
        this.buffers = buffers;
    }

    /** Moves what can be moved now and returns how many bytes were read from the sender. */
    int pump() throws IOException {
        int total = 0;
        boolean more = true;
        for (int round = 0; more && round < ROUNDS; round++) {
            int read = waiting == null && !ended ? fill() : 0;
            total += read;
            more = flush() && read == BufferPool.SIZE;
        }
        if (ended && waiting == null && !endPassedOn) {
            endPassedOn = true;
            to.shutdownOutput();
        }
        return total;
    }

    int senderInterest() {
        return waiting == null && !ended ? SelectionKey.OP_READ : 0;
    }

    int receiverInterest() {
        return waiting == null ? 0 : SelectionKey.OP_WRITE;
    }

    boolean empty() {
        return waiting == null;
    }

    /** Whether the sender has ended and the receiver knows. */
    boolean finished() {
        return endPassedOn;
    }

    void release() {
        if (waiting != null) {
            buffers.give(waiting);
            waiting = null;
        }
    }

    private int fill() throws IOException {
        ByteBuffer buffer = buffers.take();
        waiting = buffer; // from here on release() finds it, whatever read() throws
        int read = from.read(buffer);
        buffer.flip();
        if (read <= 0) {
            release();
            ended = read < 0;
            return 0;
        }
        return read;
    }

    private boolean flush() throws IOException {
        ByteBuffer buffer = waiting;
        if (buffer == null) {
            return true;
        }
        to.write(buffer);
        if (buffer.hasRemaining()) {
            return false;
        }
        release();
        return true;
    }
}
