package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Takes control connections, a few at a time, and gives each its own nonce. */
final class ControlPort implements EventLoop.Handler {

    private static final int MAX_SESSIONS = 64;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    private final Plumbing plumbing;
    private final ServerSocketChannel listener;
    private final SelectionKey listenerKey;
    private final Seal seal;
    private final Commands commands;
    private final SecureRandom random = new SecureRandom();
    private int sessions;

    ControlPort(Plumbing plumbing, ServerSocketChannel listener, Seal seal, Commands commands) throws IOException {
        this.plumbing = plumbing;
        this.listener = listener;
        this.seal = seal;
        this.commands = commands;
        this.listenerKey = plumbing.loop().register(listener, SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                open(channel);
            }
        } catch (IOException e) {
            plumbing.log().line("cannot accept control connections for now: " + e.getMessage());
            listenerKey.interestOps(0);
            plumbing.loop().after(ACCEPT_PAUSE, this::resume);
        }
    }

    @Override
    public void abort() {
        // A defect while accepting concerns one connection; the listener stays.
    }

    Seal seal() {
        return seal;
    }

    Commands commands() {
        return commands;
    }

    void ended() {
        sessions--;
        resume();
    }

    private void open(SocketChannel channel) {
        try {
            new ControlSession(this, channel, nonce()).greet(plumbing.loop());
            sessions++;
            if (sessions >= MAX_SESSIONS) {
                listenerKey.interestOps(0); // whoever comes now waits in the kernel's queue for a session to end
            }
        } catch (IOException e) {
            plumbing.log().line("control connection lost: " + e.getMessage());
            Sockets.reset(channel);
        }
    }

    private void resume() {
        if (sessions < MAX_SESSIONS) {
            listenerKey.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
