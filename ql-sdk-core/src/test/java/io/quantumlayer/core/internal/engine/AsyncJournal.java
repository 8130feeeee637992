package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Commits on one thread of its own, as a journal on a disk does. */
final class AsyncJournal extends JournalProxy {
    private final ExecutorService writer = Executors.newSingleThreadExecutor(r -> new Thread(r, "test-journal"));

    AsyncJournal(Journal behind) {
        super(behind);
    }

    @Override
    public CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        writer.execute(() -> behind.append(owner, run, records, ends).whenComplete((nothing, error) -> {
            if (error == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(error);
            }
        }));
        return done;
    }

    @Override
    public void close() {
        writer.shutdown();
        super.close();
    }
}
