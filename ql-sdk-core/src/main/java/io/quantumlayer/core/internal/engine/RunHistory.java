package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Reads the events of a run out of its journal records. Thread-safe. */
final class RunHistory {
    private static final RecordType END = new RecordType("run-end", 1);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Journal journal;
    private final FlowEventCodec codec;

    RunHistory(Journal journal, FlowEventCodec codec) {
        this.journal = journal;
        this.codec = codec;
    }

    List<FlowEvent> events(RunId run) {
        return journal.read(run).stream()
                .map(StoredRecord::record)
                .filter(r -> r.kind() == JournalRecord.Kind.CHECKPOINT)
                .filter(r -> !r.type().equals(END.id()))
                .map(codec::decode)
                .toList();
    }

    /** Returns the record that ends a run whose end did not come with an event: it is none itself. */
    static JournalRecord end(Instant at) {
        return new JournalRecord(JournalRecord.Kind.CHECKPOINT, END, at, NOTHING);
    }
}
