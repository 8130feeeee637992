package io.quantumlayer.core.internal.process;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The one thread that starts processes: a start looks at the folder first and acts on what it saw, and Linux ties
 * the end of some children to the thread, not to the process, that started them. It begins with the first call.
 */
final class LauncherThread implements AutoCloseable {
    private static final int SECONDS = 30;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ql-launcher");
        thread.setDaemon(true);
        return thread;
    });

    <T> T call(Supplier<T> task) {
        try {
            Future<T> answer = executor.submit(task::get);
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("closed: nothing is started any more", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late("interrupted while a command was being started", e);
        } catch (TimeoutException e) {
            throw late("no command could be started within " + SECONDS + " s", e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    private static QuantumLayerException late(String message, Exception cause) {
        return new QuantumLayerException(Failure.of(ErrorType.TIMEOUT, "process.late", message), cause);
    }

    /** Ends the thread once it has finished what it was asked. Idempotent. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
