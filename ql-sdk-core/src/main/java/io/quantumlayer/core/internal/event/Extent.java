package io.quantumlayer.core.internal.event;

/**
 * How much of a run's journal: so many of its flow events and so many of its other records, from the beginning. The two
 * are counted apart because only each by itself is sure to be told in the order of the journal.
 *
 * @param flowEvents how many events of the flow
 * @param ledgerRecords how many records of the ledger
 */
public record Extent(int flowEvents, int ledgerRecords) {
    /** Everything the journal has. */
    public static final Extent ALL = new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE);

    static final Extent NOTHING = new Extent(0, 0);

    Extent oneEventMore() {
        return new Extent(flowEvents + 1, ledgerRecords);
    }

    Extent oneRecordMore() {
        return new Extent(flowEvents, ledgerRecords + 1);
    }
}
