package io.quantumlayer.provider.local;

import io.quantumlayer.api.run.ApplicationId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one call at a time change an application, so that two callers with one key make one effect. */
final class Turns {
    private final Map<ApplicationId, Turn> turns = new HashMap<>();

    <T> T take(ApplicationId application, IoCall<T> call) throws IOException {
        Turn turn = enter(application);
        try {
            turn.lock.lockInterruptibly();
            try {
                return call.run();
            } finally {
                turn.lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another call changes " + application);
        } finally {
            leave(application, turn);
        }
    }

    private Turn enter(ApplicationId application) {
        synchronized (turns) {
            Turn turn = turns.computeIfAbsent(application, id -> new Turn());
            turn.callers++;
            return turn;
        }
    }

    private void leave(ApplicationId application, Turn turn) {
        synchronized (turns) {
            turn.callers--;
            if (turn.callers == 0) {
                turns.remove(application);
            }
        }
    }

    /** One application's lock, kept while anybody holds or wants it. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private int callers;
    }
}
