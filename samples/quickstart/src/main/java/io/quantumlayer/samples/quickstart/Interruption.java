package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes Ctrl-C an order instead of an end: the run under way is cancelled, the command goes on to remove what it made,
 * and the process ends with the command's own exit code. A second Ctrl-C does nothing; what is killed is resumed later.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch ordered = new CountDownLatch(1);
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final AtomicReference<@Nullable Deployment> running = new AtomicReference<>();
    private final Thread hook = new Thread(this::obey, "ql-interruption");

    private Interruption() {}

    static Interruption armed() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void obey() {
        ordered.countDown();
        cancel();
        // Nothing but this ends the process with another code than the signal's.
        Runtime.getRuntime().halt(exitCode.join());
    }

    /** Names the run that an order cancels, at once if it came already. */
    void cancels(Deployment deployment) {
        running.set(deployment);
        if (ordered.getCount() == 0) {
            cancel();
        }
    }

    private void cancel() {
        Deployment deployment = running.get();
        if (deployment != null) {
            deployment.cancel();
        }
    }

    /** Waits for the order; what is done afterwards is not cancelled by it. */
    void await() throws InterruptedException {
        running.set(null);
        ordered.await();
    }

    int endsWith(int code) {
        exitCode.complete(code);
        return code;
    }

    @Override
    public void close() {
        exitCode.complete(ExitCode.FAILED);
        if (ordered.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The order came just now, and the process ends with the code above.
                return;
            }
        }
    }
}
