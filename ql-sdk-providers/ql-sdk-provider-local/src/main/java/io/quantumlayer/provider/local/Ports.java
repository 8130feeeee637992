package io.quantumlayer.provider.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** What can be known of a loopback port by trying it. */
final class Ports {
    private static final String HOST = "127.0.0.1";
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** The one address that programs here listen on. */
    static String host() {
        return HOST;
    }

    static URI address(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** A port that nobody holds now; somebody may take it before it is used. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(0));
            return socket.getLocalPort();
        }
    }

    /** Whether nobody but another program's hold keeps us from listening there. */
    static boolean taken(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return false;
        } catch (BindException e) {
            return true;
        }
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(loopback(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false; // refused or too slow: nobody serves there yet, which is the question
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
    }
}
