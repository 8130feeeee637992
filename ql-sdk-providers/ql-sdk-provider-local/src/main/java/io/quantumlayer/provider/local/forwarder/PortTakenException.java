package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;

/** The stable address cannot be had: another program listens there. */
final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1L;

    PortTakenException(int port, IOException cause) {
        super("port " + port + " of " + Sockets.HOST + " is taken by another program", cause);
    }
}
