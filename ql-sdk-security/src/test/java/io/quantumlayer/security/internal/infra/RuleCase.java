package io.quantumlayer.security.internal.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One file that breaks a rule, or its twin that does not.
 *
 * @param rule the rule's id
 * @param bad whether it breaks the rule
 * @param path the file's path
 * @param content its text
 */
record RuleCase(String rule, boolean bad, String path, String content) {
    private static final String HEAD = "=== ";

    /** Reads the cases of a rule, which stand one after the other in one file. */
    static List<RuleCase> of(String rule) {
        List<RuleCase> cases = new ArrayList<>();
        for (String part : text(rule).split("(?m)^" + HEAD, -1)) {
            if (!part.isBlank()) {
                String head = part.substring(0, part.indexOf('\n'));
                String kind = head.substring(0, head.indexOf(' '));
                if (!kind.equals("bad") && !kind.equals("safe")) {
                    throw new IllegalStateException(rule + ": a case is bad or safe, not " + kind);
                }
                String path = head.substring(kind.length()).strip();
                cases.add(new RuleCase(rule, kind.equals("bad"), path, part.substring(part.indexOf('\n') + 1)));
            }
        }
        return cases;
    }

    private static String text(String rule) {
        try (InputStream in = RuleCase.class.getResourceAsStream("cases/" + rule + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule + " " + (bad ? "in " : "not in ") + path;
    }
}
