package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The moment between two tries to get what another process is about to give up; only used before traffic flows. */
final class Pause {

    private static final long MILLIS = 50;

    private Pause() {}

    static void shortly() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another process", e);
        }
    }
}
