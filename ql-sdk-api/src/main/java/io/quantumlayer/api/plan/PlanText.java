package io.quantumlayer.api.plan;

import java.util.Objects;
import java.util.regex.Pattern;

/** The forms that the plain texts of a plan may take, each with the words in which a wrong one is refused. */
enum PlanText {
    LABEL("[a-z0-9]([a-z0-9-]*[a-z0-9])?", 40, "be a lower-case name of letters, digits and inner hyphens", "todo-api"),
    ID("[a-z][a-z0-9_.+#-]*", 63, "be a lower-case id", "java"),
    FEATURE("[a-z][a-z0-9_]*", 63, "be a lower-case id of letters, digits and underscores", "file_storage"),
    REGION("[a-z][a-z0-9-]*", 63, "be a lower-case region or group of regions", "eu-central-1"),
    VARIABLE("[A-Za-z_][A-Za-z0-9_]*", 128, "be a variable name of letters, digits and underscores", "LOG_LEVEL"),
    HEALTH_PATH("/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*", 256, "be an absolute URL path without query", "/health"),
    IMAGE("[a-z0-9][A-Za-z0-9._:/@-]*", 512, "be an image reference", "ghcr.io/acme/todo:1.2"),
    LIMIT("[a-z][a-z0-9_.-]*", 63, "be the name of a limit", "budget"),
    RESIDENCY("[A-Z]{2,8}", 8, "be an upper-case country or group code", "EU"),
    PROGRAMME("[A-Z][A-Z0-9_]*", 63, "be an upper-case programme id", "SOC2"),
    SCHEME("[a-z][a-z0-9+.-]*", 32, "be a lower-case scheme", "env");

    private static final int MAX_PATH = 1_024;

    // Each pattern is one class, or one class with a fixed frame: linear on any input once the length is bounded.
    private final Pattern pattern;
    private final int maxLength;
    private final String rule;
    private final String example;

    PlanText(String regex, int maxLength, String form, String example) {
        this.pattern = Pattern.compile(regex);
        this.maxLength = maxLength;
        this.rule = form + ", at most " + maxLength + " characters";
        this.example = example;
    }

    boolean accepts(String text) {
        return text.length() <= maxLength && pattern.matcher(text).matches();
    }

    String require(String text) {
        Objects.requireNonNull(text, "text");
        if (!accepts(text)) {
            throw new InvalidValueException(rule, text, hint());
        }
        return text;
    }

    Violation violation(String path, String text) {
        return new Violation(path, rule, text, hint());
    }

    private String hint() {
        return "write it like " + example;
    }

    static String requirePath(String path) {
        Objects.requireNonNull(path, "path");
        if (path.isBlank() || path.length() > MAX_PATH || hasControl(path)) {
            throw new InvalidValueException(
                    "be a path of 1 to " + MAX_PATH + " characters without control characters",
                    path,
                    "name the directory");
        }
        return path;
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
