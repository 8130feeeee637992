package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The only place that names an address, and it knows just one: IPv4 loopback. */
final class Sockets {

    static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 1024;

    private Sockets() {}

    static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }

    static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true); // not held up by closing connections
            return channel.bind(loopback(port), BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    static int port(ServerSocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Closes; a failing close is a defect of ours or of the kernel, nothing a caller could handle. */
    static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }

    /** Closes with a reset where possible, so that the peer cannot mistake a cut stream for a complete one. */
    static void reset(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The socket is gone already: closing it below is all that is left to do.
            close(channel);
            return;
        }
        close(channel);
    }
}
