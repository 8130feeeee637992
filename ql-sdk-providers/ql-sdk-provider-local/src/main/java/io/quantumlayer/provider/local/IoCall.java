package io.quantumlayer.provider.local;

import java.io.IOException;

/**
 * A piece of work on files or sockets.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
interface IoCall<T> {
    T run() throws IOException;
}
