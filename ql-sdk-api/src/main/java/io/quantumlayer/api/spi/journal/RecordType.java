package io.quantumlayer.api.spi.journal;

/**
 * What the JSON of a record means.
 *
 * @param id the type, such as {@code flow-event}
 * @param schema the version of the type's schema, from 1
 */
public record RecordType(String id, int schema) {}
