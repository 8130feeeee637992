package io.quantumlayer.api.spi.journal;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import java.time.Instant;

/**
 * What a journal knows of a run without reading its records.
 *
 * @param id the run
 * @param kind which flow it follows
 * @param flowVersion the version of that flow
 * @param ended whether it has ended
 * @param createdAt when it began
 */
public record RunHeader(RunId id, RunKind kind, int flowVersion, boolean ended, Instant createdAt) {}
