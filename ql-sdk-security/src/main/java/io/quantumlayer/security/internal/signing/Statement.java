package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.signing.SignedStatement;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An in-toto statement: its subjects' SHA-256 and its predicate. Versions 0.1 and 1 are read. */
public final class Statement {
    /** The type of a statement of version 1. */
    public static final String V1 = "https://in-toto.io/Statement/v1";

    private static final Set<String> TYPES = Set.of(V1, "https://in-toto.io/Statement/v0.1");

    private final SignedStatement statement;
    private final Set<String> subjects;

    private Statement(SignedStatement statement, Set<String> subjects) {
        this.statement = statement;
        this.subjects = subjects;
    }

    /** Reads a statement; empty if it is not one of a known type. */
    public static Optional<Statement> read(byte[] payload) {
        return Json.object(payload).filter(Statement::isStatement).map(node -> of(node, payload));
    }

    /** Writes a statement of version 1 about an image. */
    public static byte[] write(Digest subject, String predicateType, String predicate) {
        JsonNode read = Json.object(predicate.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new QuantumLayerException(
                        Failure.of(ErrorType.VALIDATION, "signing.predicate", "A predicate is a JSON object.")));
        ObjectNode statement = Json.create();
        statement.put("_type", V1);
        ObjectNode about = statement.putArray("subject").addObject();
        about.putObject("digest").put("sha256", subject.hex());
        statement.put("predicateType", predicateType);
        statement.set("predicate", read);
        return Json.bytes(statement);
    }

    private static boolean isStatement(JsonNode node) {
        return TYPES.contains(node.path("_type").asText())
                && !node.path("predicateType").asText().isEmpty()
                && node.path("subject").isArray();
    }

    private static Statement of(JsonNode node, byte[] payload) {
        Set<String> subjects = new HashSet<>();
        for (JsonNode subject : node.path("subject")) {
            subjects.add(subject.path("digest").path("sha256").asText());
        }
        String json = new String(payload, StandardCharsets.UTF_8);
        return new Statement(new SignedStatement(node.path("predicateType").asText(), json), subjects);
    }

    boolean isAbout(Digest digest) {
        return subjects.contains(digest.hex());
    }

    SignedStatement signed() {
        return statement;
    }
}
