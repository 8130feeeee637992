package io.quantumlayer.core.internal.plan;

import java.nio.charset.StandardCharsets;

/** What holds for every plan text before its content is looked at, and the choice of its syntax. */
final class PlanSyntax {
    static final String FILE = "file";
    static final String API_VERSION = "apiVersion";
    static final String KIND = "kind";
    static final String METADATA = "metadata";
    static final String SPEC = "spec";
    static final int MAX_LENGTH = 256 << 10;
    static final int MAX_DEPTH = 32;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PlanSyntax() {}

    /** Reads a text that begins with a brace as JSON, and any other as YAML. */
    static Node tree(String text, Problems problems) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        checkLength(content.length(), problems);
        checkLength(content.getBytes(StandardCharsets.UTF_8).length, problems);
        return content.stripLeading().startsWith("{") ? JsonTree.of(content, problems) : YamlTree.of(content, problems);
    }

    static void checkLength(int length, Problems problems) {
        if (length > MAX_LENGTH) {
            problems.add(FILE, "be at most 256 KiB", "", "a plan is no place for data");
            throw problems.refusal();
        }
    }

    static void checkDepth(int depth, int line, Problems problems) {
        if (depth > MAX_DEPTH) {
            problems.add(FILE, "nest at most " + MAX_DEPTH + " deep", "line " + line, "");
            throw problems.refusal();
        }
    }

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
