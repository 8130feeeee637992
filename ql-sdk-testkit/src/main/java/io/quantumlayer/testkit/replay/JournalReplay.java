package io.quantumlayer.testkit.replay;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.Journals;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.time.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stored export of a journal, replayed. Tells whether its hash chains are whole, and folds a run's records into the
 * events that this version of the library makes of them, so that a stored history shows at once when a change of the
 * library no longer understands it. Immutable.
 */
public final class JournalReplay {
    private static final String START = "0".repeat(64);

    private final Map<RunId, List<StoredRecord>> runs;

    private JournalReplay(Map<RunId, List<StoredRecord>> runs) {
        this.runs = runs;
    }

    /**
     * Reads an export.
     *
     * @param export the JSON lines that {@link Journal#export} wrote; not closed
     * @return the replay
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException naming the line that is no record
     */
    public static JournalReplay read(InputStream export) throws IOException {
        Map<RunId, List<StoredRecord>> runs = new LinkedHashMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
            StoredRecord stored = ExportLine.parse(line, number);
            runs.computeIfAbsent(stored.run(), id -> new ArrayList<>()).add(stored);
        }
        return new JournalReplay(runs);
    }

    /**
     * Returns the runs of the export.
     *
     * @return the runs in the order of their first lines
     */
    public Set<RunId> runs() {
        return Collections.unmodifiableSet(runs.keySet());
    }

    /**
     * Returns the records of a run.
     *
     * @param run the run
     * @return its records as they stand, or none if the export does not hold it
     */
    public List<StoredRecord> records(RunId run) {
        return List.copyOf(runs.getOrDefault(run, List.of()));
    }

    /**
     * Checks the hash chain of every run: each record at its place, each link computed from the one before.
     *
     * @return what is broken, one line each; empty if all chains are whole
     */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        runs.forEach((run, records) -> {
            String link = START;
            for (int i = 0; i < records.size(); i++) {
                StoredRecord stored = records.get(i);
                if (stored.sequence() != i) {
                    broken.add(run + ": record " + stored.sequence() + " stands at place " + i);
                }
                link = stored.record().link(link);
                if (!link.equals(stored.link())) {
                    broken.add(run + ": record " + stored.sequence() + " does not fit its link");
                    link = stored.link();
                }
            }
        });
        return broken;
    }

    /**
     * Folds the records of a run with the flows of this library.
     *
     * @param run a run of the export
     * @param kind what it does
     * @return its events in order
     * @throws io.quantumlayer.api.error.QuantumLayerException if a record cannot be understood
     */
    public List<RunEvent> events(RunId run, RunKind kind) {
        Journal journal = Journals.inMemory();
        restore(journal, run, kind);
        QuantumLayerBuilder builder =
                QuantumLayerBuilder.create().discovery(false).journal(journal).time(ManualTime.create());
        try (QuantumLayer layer = builder.build()) {
            return layer.find(run).orElseThrow().events();
        }
    }

    private void restore(Journal journal, RunId run, RunKind kind) {
        List<JournalRecord> records =
                records(run).stream().map(StoredRecord::record).toList();
        if (records.isEmpty()) {
            throw new IllegalArgumentException("run: the export holds no run " + run);
        }
        Owner owner = journal.register(
                "1.1.replay", Duration.ofDays(1), records.get(0).at());
        RunHeader header = new RunHeader(run, kind, 1, false, records.get(0).at());
        journal.begin(owner, header, records.subList(0, 1));
        if (records.size() > 1) {
            journal.append(owner, run, records.subList(1, records.size()), false)
                    .toCompletableFuture()
                    .join();
        }
    }
}
