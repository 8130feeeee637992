package io.quantumlayer.api.spi.analyzer;

import java.util.Objects;

/**
 * What a language model is asked. The three parts are kept apart so that a client can send the instructions as those of
 * the system, the data as the user's, and the schema as the form of the answer; one that cannot joins them in this
 * order. Equal by value.
 *
 * @param instructions fixed text, free of anything that a user wrote
 * @param data the untrusted sentence between two fences that it cannot hold itself; in a second call also the mistakes
 *     of the first answer
 * @param schema the JSON Schema, draft 2020-12, of the answer
 */
public record ModelPrompt(String instructions, String data, String schema) {
    /** Checks that nothing is missing. */
    public ModelPrompt {
        Objects.requireNonNull(instructions, "instructions");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(schema, "schema");
    }

    /** Shows lengths only: the sentence may be private. */
    @Override
    public String toString() {
        return "ModelPrompt[" + instructions.length() + " and " + data.length() + " characters]";
    }
}
