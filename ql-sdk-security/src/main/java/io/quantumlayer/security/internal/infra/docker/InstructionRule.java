package io.quantumlayer.security.internal.infra.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A rule about one instruction by itself: it is broken by a text that matches, unless it matches the exception too.
 *
 * @param id its id
 * @param instruction the name of the instruction
 * @param matches what breaks it
 * @param unless what excuses it
 */
record InstructionRule(String id, String instruction, Pattern matches, Optional<Pattern> unless) {
    static InstructionRule of(String id, JsonNode entry) {
        Optional<Pattern> unless = entry.has("unless")
                ? Optional.of(Pattern.compile(entry.path("unless").asText()))
                : Optional.empty();
        return new InstructionRule(
                id,
                entry.path("instruction").asText(),
                Pattern.compile(entry.path("matches").asText()),
                unless);
    }

    boolean breaks(Instruction each) {
        String text = each.text();
        return each.is(instruction)
                && matches.matcher(text).find()
                && unless.filter(pattern -> pattern.matcher(text).find()).isEmpty();
    }
}
