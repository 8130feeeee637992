package io.quantumlayer.security.internal.sast;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Semgrep with the rules of this artifact, for Python, JavaScript, TypeScript and Java; it needs no network. */
final class Semgrep implements Engine {
    private static final String RULES = "semgrep-rules.yaml";

    @Override
    public String name() {
        return "semgrep";
    }

    @Override
    public Set<String> endings() {
        return Set.of("py", "js", "jsx", "mjs", "cjs", "ts", "tsx", "java");
    }

    @Override
    public void prepare(Path folder) throws IOException {
        try (InputStream rules = Objects.requireNonNull(Semgrep.class.getResourceAsStream(RULES))) {
            Files.copy(rules, folder.resolve(RULES));
        }
        // Without a list of its own, semgrep leaves out tests and others that it holds for unimportant.
        Files.writeString(folder.resolve("src/.semgrepignore"), "# nothing is left out\n");
    }

    @Override
    public List<String> command(String program, Path folder) {
        return List.of(
                program,
                "scan",
                "--metrics=off",
                "--disable-version-check",
                "--quiet",
                "--json",
                "--output",
                folder.resolve("answer.json").toString(),
                "--config",
                folder.resolve(RULES).toString(),
                "--no-git-ignore",
                "--disable-nosem",
                "--no-rewrite-rule-ids",
                "--max-target-bytes=0",
                "--jobs=1",
                folder.resolve("src").toString());
    }

    @Override
    public List<Issue> issues(Answer answer) throws UntrustedAnswer {
        JsonNode tree = Answers.tree(answer, "errors", "results");
        if (answer.exitCode() != 0) {
            throw new UntrustedAnswer("it ended with " + answer.exitCode());
        }
        if (!tree.path("errors").isEmpty()) {
            throw new UntrustedAnswer("it met " + tree.path("errors").size() + " errors, such as "
                    + Answers.message(tree.at("/errors/0/type")));
        }
        if (!tree.path("paths").path("scanned").isArray()) {
            throw new UntrustedAnswer("it does not say what it scanned");
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode path : tree.path("paths").path("scanned")) {
            seen.add(answer.relative(path.asText()));
        }
        answer.covers(seen);
        List<Issue> issues = new ArrayList<>();
        for (JsonNode result : tree.path("results")) {
            issues.add(issue(answer, result));
        }
        return issues;
    }

    private static Issue issue(Answer answer, JsonNode result) throws UntrustedAnswer {
        JsonNode extra = result.path("extra");
        List<String> weaknesses = new ArrayList<>();
        JsonNode cwe = extra.path("metadata").path("cwe");
        if (cwe.asText().matches("CWE-[0-9]{1,5}")) {
            weaknesses.add(cwe.asText());
        }
        return new Issue(
                "semgrep." + Answers.id(result.path("check_id")),
                severity(extra.path("severity").asText()),
                Answers.place(
                        answer,
                        result.path("path").asText(),
                        result.path("start").path("line"),
                        result.path("start").path("col")),
                Answers.message(extra.path("message")),
                weaknesses);
    }

    private static Severity severity(String word) throws UntrustedAnswer {
        return switch (word) {
            case "ERROR", "HIGH", "CRITICAL" -> Severity.HIGH;
            case "WARNING", "MEDIUM" -> Severity.MEDIUM;
            case "INFO", "LOW" -> Severity.LOW;
            default -> throw new UntrustedAnswer("it rated a finding with no known word");
        };
    }
}
