package io.quantumlayer.samples.systemtests;

import static io.quantumlayer.samples.systemtests.Liar.answer;

import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.SastScannerFactory;
import io.quantumlayer.security.TrivyScannerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programs that a script can stand in for, and what each one's own language makes possible. */
enum StandIn {
    BANDIT("bandit.B105", 1) {
        @Override
        String says(String errors, String results, String seen) {
            return "{\"errors\": [" + errors + "], \"results\": [" + results + "], \"metrics\": {" + seen + "}}";
        }

        @Override
        String result(String path) {
            return "{\"filename\": \"" + path + "\", \"test_id\": \"B105\", \"issue_severity\": \"HIGH\","
                    + " \"issue_confidence\": \"HIGH\", \"issue_text\": \"Possible hardcoded password: hunter2\","
                    + " \"line_number\": 1, \"col_offset\": 0, \"issue_cwe\": {\"id\": 259}}";
        }

        @Override
        String seen(String path) {
            return "\"" + path + "\": {}";
        }
    },
    SEMGREP("semgrep.python.weak", 0) {
        @Override
        String says(String errors, String results, String seen) {
            return "{\"version\": \"1\", \"errors\": [" + errors + "], \"results\": [" + results
                    + "], \"paths\": {\"scanned\": [" + seen + "]}}";
        }

        @Override
        String result(String path) {
            return "{\"path\": \"" + path + "\", \"check_id\": \"python.weak\", \"start\": {\"line\": 1, \"col\": 1},"
                    + " \"extra\": {\"message\": \"weak\", \"severity\": \"ERROR\","
                    + " \"metadata\": {\"cwe\": \"CWE-259\"}}}";
        }

        @Override
        String seen(String path) {
            return "\"" + path + "\"";
        }
    },
    TRIVY("trivy.DS-0002", 0) {
        @Override
        String says(String errors, String results, String seen) {
            return "{\"SchemaVersion\": 2, \"ArtifactName\": \"$last\", \"ArtifactType\": \"filesystem\","
                    + " \"Results\": [" + results + "]}";
        }

        @Override
        String result(String path) {
            return path.equals(CONTROL)
                    ? fault("$room/Dockerfile") + ", {\"Target\": \"$room/settings.py\", \"Class\": \"secret\","
                            + " \"Secrets\": [{\"RuleID\": \"aws\", \"Severity\": \"HIGH\", \"StartLine\": 1}]}"
                    : fault(path.replace("$last/", ""));
        }

        private String fault(String path) {
            return "{\"Target\": \"" + path + "\", \"Class\": \"config\", \"Misconfigurations\": [{\"ID\": \"DS-0002\","
                    + " \"Title\": \"root\", \"Message\": \"hunter\", \"Severity\": \"HIGH\", \"Status\": \"FAIL\","
                    + " \"CauseMetadata\": {\"StartLine\": 1}}]}";
        }

        @Override
        String seen(String path) {
            return "";
        }

        @Override
        ScannerFactory factory() {
            return new TrivyScannerFactory();
        }

        @Override
        String setting() {
            return "program";
        }

        @Override
        List<Liar> liars() {
            List<Liar> liars = new ArrayList<>(Liar.OF_ANY_KIND);
            String clean = says("", result(CONTROL), "");
            liars.add(new Liar("is blind", ends(says("", "", ""), 0), "did not see what was laid"));
            liars.add(new Liar(
                    "is half blind",
                    ends(says("", fault("$room/Dockerfile"), ""), 0),
                    "whether it looks: settings.py"));
            liars.add(new Liar("ends badly", ends(clean, 1), "ended with 1"));
            liars.add(new Liar(
                    "speaks of another source", ends(clean.replace("\"$last\"", "\"/etc\""), 0), "about this source"));
            liars.add(new Liar(
                    "speaks another schema", ends(clean.replace("n\": 2", "n\": 3"), 0), "no report of schema 2"));
            liars.add(new Liar(
                    "has a list that is none",
                    ends(clean.replaceFirst("\"Secrets\": \\[.*?]", "\"Secrets\": {\"a\": 1}"), 0),
                    "is no list"));
            liars.add(new Liar(
                    "has results of no class", ends(clean.replace("\"config\"", "\"fine\""), 0), "unknown class"));
            liars.add(new Liar(
                    "speaks of a file elsewhere",
                    ends(says("", result(CONTROL) + ", " + fault("/etc/passwd"), ""), 0),
                    "not in the source"));
            liars.add(new Liar(
                    "rates in a word of its own",
                    ends(says("", result(CONTROL) + ", " + fault("app.py").replace("HIGH", "FINE"), ""), 0),
                    "no known word"));
            return liars;
        }
    };

    private static final String APP = "$last/app.py";
    static final String CONTROL = "$control";

    final String rule;
    private final int exitOnFindings;

    StandIn(String rule, int exitOnFindings) {
        this.rule = rule;
        this.exitOnFindings = exitOnFindings;
    }

    abstract String says(String errors, String results, String seen);

    abstract String result(String path);

    abstract String seen(String path);

    ScannerFactory factory() {
        return new SastScannerFactory();
    }

    /** The setting that names the program. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    private String bothSeen() {
        return seen(APP) + ", " + seen(CONTROL);
    }

    static String ends(String json, int exitCode) {
        return answer(json) + "\nexit " + exitCode;
    }

    String clean() {
        return ends(says("", result(CONTROL), bothSeen()), exitOnFindings);
    }

    String guilty() {
        return ends(says("", result(CONTROL) + ", " + result(APP), bothSeen()), exitOnFindings);
    }

    List<Liar> liars() {
        List<Liar> liars = new ArrayList<>(Liar.OF_ANY_KIND);
        String error = "{\"filename\": \"" + APP + "\", \"type\": \"Timeout\"}";
        liars.add(new Liar("ends well with an error", ends(says(error, "", bothSeen()), 0), "proves nothing"));
        liars.add(new Liar("looks at nothing", ends(says("", "", ""), 0), "did not look at 2 of 2 files"));
        liars.add(new Liar(
                "leaves a file out",
                ends(says("", result(CONTROL), seen(CONTROL)), exitOnFindings),
                "did not look at 1 of 2 files"));
        liars.add(new Liar("is blind", ends(says("", "", bothSeen()), 0), "did not see the weakness"));
        liars.add(new Liar(
                "finds, and ends against its habit",
                ends(says("", result(CONTROL), bothSeen()), 1 - exitOnFindings),
                "ended with " + (1 - exitOnFindings)));
        liars.add(new Liar(
                "speaks of a file elsewhere",
                ends(says("", result(CONTROL) + ", " + result("/etc/passwd"), bothSeen()), exitOnFindings),
                "outside the source"));
        liars.add(new Liar(
                "speaks of a file that is not there",
                ends(says("", result(CONTROL) + ", " + result("$last/no.py"), bothSeen()), exitOnFindings),
                "not in the source"));
        liars.add(new Liar(
                "rates in a word of its own",
                ends(says("", result(CONTROL).replaceAll("HIGH|ERROR", "FINE"), bothSeen()), exitOnFindings),
                "no known word"));
        liars.add(new Liar(
                "names twice",
                ends(says("", result(CONTROL), bothSeen()).replace("{\"", "{\"errors\": [], \""), exitOnFindings),
                "no JSON"));
        return liars;
    }
}
