package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One control connection: a greeting, one sealed line in, one sealed line out, and all of it within a deadline. */
final class ControlSession implements EventLoop.Handler {

    /** The word a greeting starts with; it names the version of the protocol. */
    static final String GREETING = "QLF1";

    private static final int MAX_LINE = 1_024;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ControlPort port;
    private final SocketChannel channel;
    private final String nonce;
    private final ByteBuffer incoming = ByteBuffer.allocate(MAX_LINE);
    private ByteBuffer outgoing;
    private boolean answered;

    ControlSession(ControlPort port, SocketChannel channel, String nonce) {
        this.port = port;
        this.channel = channel;
        this.nonce = nonce;
        this.outgoing = line(GREETING + " " + nonce);
    }

    void greet(EventLoop loop) throws IOException {
        loop.register(channel, SelectionKey.OP_WRITE, this);
        loop.after(LIMIT, this::abort);
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            if (key.isWritable()) {
                write(key);
            } else {
                read(key);
            }
        } catch (IOException e) {
            // The peer went away; it has its answer or will ask again, and every command may be repeated.
            abort();
        }
    }

    @Override
    public void abort() {
        if (channel.isOpen()) {
            Sockets.close(channel);
            port.ended();
        }
    }

    private void read(SelectionKey key) throws IOException {
        int before = incoming.position();
        int read = channel.read(incoming);
        if (read < 0) {
            abort();
            return;
        }
        for (int i = before; i < incoming.position(); i++) {
            if (incoming.get(i) == '\n') {
                answer(key, answerTo(new String(incoming.array(), 0, i, StandardCharsets.ISO_8859_1)));
                return;
            }
        }
        if (!incoming.hasRemaining()) {
            answer(key, Commands.refusal("too-long", "a line has at most " + MAX_LINE + " bytes"));
        }
    }

    private String answerTo(String line) {
        if (!port.seal().fits(Seal.Way.REQUEST, nonce, line)) {
            return Commands.refusal("denied", "the seal does not fit");
        }
        return port.commands().execute(Seal.text(line));
    }

    /** Leaves the writing to the loop's next round: by then the kernel has closed what the command closed. */
    private void answer(SelectionKey key, String text) {
        outgoing = line(port.seal().seal(Seal.Way.ANSWER, nonce, text));
        answered = true;
        key.interestOps(SelectionKey.OP_WRITE);
    }

    private void write(SelectionKey key) throws IOException {
        channel.write(outgoing);
        if (!outgoing.hasRemaining() && answered) {
            abort();
        } else if (!outgoing.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private static ByteBuffer line(String text) {
        return ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
