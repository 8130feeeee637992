package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One client connection and its connection to the release: two pipes that live and end together. */
final class Tunnel implements EventLoop.Handler {

    private static final long IDLE_NANOS = Duration.ofMillis(250).toNanos();
    private static final long HALF_OPEN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    /** Whose move it is, as far as bytes tell: a client that asked and waits is not idle, however quiet it is. */
    private enum Turn {
        CONNECTING,
        FRESH,
        ASKED,
        ANSWERED
    }

    private final Route route;
    private final Plumbing plumbing;
    private final SocketChannel client;
    private final SocketChannel server;
    private final SelectionKey clientKey;
    private final SelectionKey serverKey;
    private final Pipe up;
    private final Pipe down;
    private final long acceptedAt = System.nanoTime();
    private long connectNanos;
    private long askedAt;
    private long lastMoved = acceptedAt;
    private Turn turn = Turn.CONNECTING;

    /** Takes both channels over; when it throws, the caller still owns them. */
    Tunnel(Route route, Plumbing plumbing, SocketChannel client, SocketChannel server) throws IOException {
        this.route = route;
        this.plumbing = plumbing;
        this.client = client;
        this.server = server;
        this.up = new Pipe(client, server, plumbing.buffers());
        this.down = new Pipe(server, client, plumbing.buffers());
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        server.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.clientKey = plumbing.loop().register(client, 0, this);
        this.serverKey = plumbing.loop().register(server, 0, this);
    }

    void connect(int port) {
        try {
            if (server.connect(Sockets.loopback(port))) {
                connected();
            } else {
                serverKey.interestOps(SelectionKey.OP_CONNECT);
                plumbing.loop().after(CONNECT_LIMIT, this::connectTimedOut);
            }
        } catch (IOException e) {
            connectFailed();
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            if (turn == Turn.CONNECTING) {
                server.finishConnect();
                connected();
            } else {
                move(key);
            }
        } catch (IOException e) {
            lost();
        }
    }

    /** Whether it rests between two exchanges, so that closing it now cuts nothing off. */
    boolean idle(long now) {
        return turn != Turn.ASKED && up.empty() && down.empty() && now - lastMoved >= IDLE_NANOS;
    }

    /** Whether one side ended long ago and the other neither follows nor says anything. */
    boolean forgotten(long now) {
        return (up.finished() || down.finished()) && now - lastMoved >= HALF_OPEN_NANOS;
    }

    /** Closes both ends in order. */
    void close() {
        if (end()) {
            Sockets.close(client);
            Sockets.close(server);
        }
    }

    /** Resets both ends, so that neither takes what it got for complete. */
    @Override
    public void abort() {
        if (end()) {
            Sockets.reset(client);
            Sockets.reset(server);
        }
    }

    private void connected() {
        connectNanos = System.nanoTime() - acceptedAt;
        turn = Turn.FRESH;
        rearm();
    }

    private void connectTimedOut() {
        if (turn == Turn.CONNECTING) {
            connectFailed();
        }
    }

    private void connectFailed() {
        if (client.isOpen()) {
            plumbing.tally().add(ForwarderCount.FAILED_CONNECTS, 1);
            plumbing.log().line("release " + route.target().release() + " does not take connections");
            abort();
        }
    }

    private void lost() {
        if (turn == Turn.CONNECTING) {
            connectFailed();
        } else {
            abort();
        }
    }

    private void move(SelectionKey key) throws IOException {
        boolean atClient = key.equals(clientKey);
        lastMoved = System.nanoTime();
        if (atClient ? key.isReadable() : key.isWritable()) {
            asked(up.pump());
        }
        if (atClient ? key.isWritable() : key.isReadable()) {
            answered(down.pump());
        }
        if (up.finished() && down.finished()) {
            close();
        } else {
            rearm();
        }
    }

    private void asked(int bytes) {
        plumbing.tally().add(ForwarderCount.BYTES_FROM_CLIENTS, bytes);
        if (bytes > 0 && turn != Turn.ASKED) {
            // The first request waited in the kernel while we connected; a client's own thinking time does not count.
            askedAt = turn == Turn.FRESH ? lastMoved - connectNanos : lastMoved;
            turn = Turn.ASKED;
        }
    }

    private void answered(int bytes) {
        plumbing.tally().add(ForwarderCount.BYTES_FROM_RELEASES, bytes);
        if (bytes > 0 && turn != Turn.ANSWERED) {
            route.answered(lastMoved - (turn == Turn.ASKED ? askedAt : acceptedAt), lastMoved);
            turn = Turn.ANSWERED;
        }
    }

    private void rearm() {
        set(clientKey, up.senderInterest() | down.receiverInterest());
        set(serverKey, down.senderInterest() | up.receiverInterest());
    }

    private static void set(SelectionKey key, int interest) {
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private boolean end() {
        if (!client.isOpen()) {
            return false;
        }
        up.release();
        down.release();
        route.ended(this);
        return true;
    }
}
