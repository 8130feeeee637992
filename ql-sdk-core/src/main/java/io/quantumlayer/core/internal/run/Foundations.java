package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.ReleaseChange;
import io.quantumlayer.core.internal.state.Releases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which runs of an application something stands: a placed release, an effect that was never seen gone, a monitor
 * that was not detached. What began in one run may have ended in a later one.
 */
final class Foundations {
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, Set<RunId>> open = new HashMap<>();
    private final Map<RunId, Set<RunId>> ends = new HashMap<>();

    private Foundations() {}

    static Foundations of(Journal journal, ApplicationId application) {
        Foundations foundations = new Foundations();
        records(journal, application).forEach(foundations::take);
        // A placed release knows all its resources, those too that earlier runs made for earlier releases.
        new Releases(journal).book(application).resources(null).forEach(r -> foundations.open.remove(effect(r)));
        return foundations;
    }

    private static List<StoredRecord> records(Journal journal, ApplicationId application) {
        List<RunId> order =
                journal.runs(application).stream().map(RunHeader::id).toList();
        Map<RunId, Integer> ages = new HashMap<>();
        order.forEach(run -> ages.put(run, ages.size()));
        List<StoredRecord> records = new ArrayList<>();
        for (JournalRecord.Kind kind :
                List.of(JournalRecord.Kind.RELEASE, JournalRecord.Kind.INTENT, JournalRecord.Kind.OUTCOME)) {
            records.addAll(journal.records(application, kind));
        }
        records.sort(Comparator.<StoredRecord>comparingInt(r -> ages.getOrDefault(r.run(), ages.size()))
                .thenComparingLong(StoredRecord::sequence));
        return records;
    }

    /** Returns the runs on which something stands now. */
    Set<RunId> standing() {
        return open.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** Returns the runs in which something ended that some runs began. */
    Set<RunId> endsOf(Set<RunId> runs) {
        return runs.stream()
                .flatMap(run -> ends.getOrDefault(run, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private void take(StoredRecord stored) {
        byte[] json = stored.record().json();
        switch (stored.record().kind()) {
            case RELEASE -> release(stored.run(), Json.read(json, ReleaseChange.class));
            case INTENT -> intent(stored.run(), Json.read(json, Intent.class));
            case OUTCOME -> outcome(stored.run(), Json.read(json, Result.class));
            case CHECKPOINT -> {
                // Tells nothing of other runs.
            }
        }
    }

    private void release(RunId run, ReleaseChange change) {
        String thing = "release " + change.release();
        switch (change.kind()) {
            case LIVE -> begins(run, thing);
            case REMOVED -> ends(run, thing);
        }
    }

    private void intent(RunId run, Intent intent) {
        String resource = intent.operation().resource();
        resources.put(intent.key(), resource);
        switch (intent.action()) {
            case ENSURE, PUBLISH -> begins(run, effect(resource));
            case ATTACH -> begins(run, attachment(resource));
            case REMOVE, SWITCH, SWITCH_OFF, BUILD, ATTEST, DETACH -> {
                // Nothing that stands once its run has ended.
            }
        }
    }

    private void outcome(RunId run, Result result) {
        String resource = resources.getOrDefault(result.key(), "");
        if (result.action() == Action.REMOVE && result.state() == Result.State.GONE) {
            ends(run, effect(resource));
        } else if (result.action() == Action.DETACH && result.state() == Result.State.DONE) {
            ends(run, attachment(resource));
        }
    }

    private void begins(RunId run, String thing) {
        open.computeIfAbsent(thing, t -> new HashSet<>()).add(run);
    }

    private void ends(RunId run, String thing) {
        Set<RunId> begun = open.getOrDefault(thing, Set.of());
        begun.forEach(b -> ends.computeIfAbsent(b, x -> new HashSet<>()).add(run));
        open.remove(thing);
    }

    private static String effect(String resource) {
        return "effect " + resource;
    }

    private static String attachment(String resource) {
        return "attachment " + resource;
    }
}
