package io.quantumlayer.security.internal.sast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bandit, for Python. Marks in the source that excuse a finding are ignored. */
final class Bandit implements Engine {
    private static final Set<String> SPEAKS_SECRETS = Set.of("B105", "B106", "B107");

    @Override
    public String name() {
        return "bandit";
    }

    @Override
    public Set<String> endings() {
        return Set.of("py");
    }

    @Override
    public void prepare(Path folder) throws IOException {
        Files.writeString(folder.resolve("bandit.ini"), "[bandit]\n");
    }

    @Override
    public List<String> command(String program, Path folder) {
        return List.of(
                program,
                "--quiet",
                "--recursive",
                "--format",
                "json",
                "--output",
                folder.resolve("answer.json").toString(),
                "--ignore-nosec",
                "--ini",
                folder.resolve("bandit.ini").toString(),
                "--exclude",
                folder.resolve("nothing").toString(),
                folder.resolve("src").toString());
    }

    @Override
    public List<Issue> issues(Answer answer) throws UntrustedAnswer {
        JsonNode tree = Answers.tree(answer, "errors", "results");
        if (!tree.path("errors").isEmpty()) {
            throw new UntrustedAnswer("it could not read " + tree.path("errors").size() + " files, such as "
                    + answer.relative(tree.at("/errors/0/filename").asText()));
        }
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : tree.path("metrics").properties()) {
            if (!entry.getKey().equals("_totals")) {
                seen.add(answer.relative(entry.getKey()));
            }
        }
        answer.covers(seen);
        boolean found = !tree.path("results").isEmpty();
        if (answer.exitCode() != (found ? 1 : 0)) {
            throw new UntrustedAnswer("it ended with " + answer.exitCode() + ", which contradicts what it wrote");
        }
        List<Issue> issues = new ArrayList<>();
        for (JsonNode result : tree.path("results")) {
            issues.add(issue(answer, result));
        }
        return issues;
    }

    private static Issue issue(Answer answer, JsonNode result) throws UntrustedAnswer {
        String test = Answers.id(result.path("test_id"));
        String message = Answers.message(result.path("issue_text"));
        String told = SPEAKS_SECRETS.contains(test) ? message.replaceFirst(":.*", "") : message;
        int weakness = result.path("issue_cwe").path("id").asInt();
        return new Issue(
                "bandit." + test,
                severity(result),
                Answers.place(
                        answer,
                        result.path("filename").asText(),
                        result.path("line_number"),
                        IntNode.valueOf(result.path("col_offset").asInt() + 1)),
                told,
                weakness > 0 ? List.of("CWE-" + weakness) : List.of());
    }

    /** What it is not sure of counts one step less. */
    private static Severity severity(JsonNode result) throws UntrustedAnswer {
        boolean unsure = result.path("issue_confidence").asText().equals("LOW");
        return switch (result.path("issue_severity").asText()) {
            case "HIGH" -> unsure ? Severity.MEDIUM : Severity.HIGH;
            case "MEDIUM" -> unsure ? Severity.LOW : Severity.MEDIUM;
            case "LOW", "UNDEFINED" -> Severity.LOW;
            default -> throw new UntrustedAnswer("it rated a finding with no known word");
        };
    }
}
