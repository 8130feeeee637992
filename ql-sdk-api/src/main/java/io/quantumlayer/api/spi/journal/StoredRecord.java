package io.quantumlayer.api.spi.journal;

import io.quantumlayer.api.run.RunId;

/**
 * A record as it stands in the journal.
 *
 * @param run the run it belongs to
 * @param sequence its position within the run, from 0 without gaps
 * @param record the record
 * @param link its link in the run's hash chain, see {@link JournalRecord#link}
 */
public record StoredRecord(RunId run, long sequence, JournalRecord record, String link) {}
