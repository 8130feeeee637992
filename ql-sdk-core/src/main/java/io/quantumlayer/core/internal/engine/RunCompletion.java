package io.quantumlayer.core.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The future result of a run, which only the run itself can settle. Thread-safe. */
final class RunCompletion {
    private final CompletableFuture<byte[]> future = new CompletableFuture<>();

    boolean settled() {
        return future.isDone();
    }

    void complete(byte[] output) {
        future.complete(output);
    }

    void fail(Throwable error) {
        future.completeExceptionally(error);
    }

    /** Returns what went wrong, without the wrapper in which a stage may hand it on. */
    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    /** Returns a copy, with the exceptions as they are. */
    CompletionStage<byte[]> stage() {
        return copy(future);
    }

    private static CompletionStage<byte[]> copy(CompletionStage<byte[]> original) {
        CompletableFuture<byte[]> copy = new CompletableFuture<>();
        original.whenComplete((output, error) -> {
            if (error == null) {
                copy.complete(output);
            } else {
                copy.completeExceptionally(error);
            }
        });
        return copy;
    }
}
