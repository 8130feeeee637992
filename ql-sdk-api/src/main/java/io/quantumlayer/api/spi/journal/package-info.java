/**
 * Keeps what must outlive the process: the checkpoints of each run, the intents and outcomes of its effects, and the
 * releases of each application. Records are encoded: type id, schema version and UTF-8 JSON.
 */
@NullMarked
package io.quantumlayer.api.spi.journal;

import org.jspecify.annotations.NullMarked;
