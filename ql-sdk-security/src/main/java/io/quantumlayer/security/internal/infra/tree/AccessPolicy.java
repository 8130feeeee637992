package io.quantumlayer.security.internal.infra.tree;

import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;

/** Judges documents in the language of IAM policies. */
public final class AccessPolicy {
    private AccessPolicy() {}

    /**
     * The ids of the rules by which a document is judged.
     *
     * @param all broken where everything is allowed on everything
     * @param open broken where everybody is allowed something without a condition
     */
    public record Ids(String all, String open) {}

    /**
     * Judges a document.
     *
     * @param document the document
     * @param label what it belongs to
     * @param ids the rules
     * @param out takes what is seen
     */
    public static void judge(Value document, String label, Ids ids, Verdict out) {
        document.at("Statement").filter(Fields.class::isInstance).forEach(statement -> {
            if (!statement.says("Effect", "Allow")) {
                return;
            }
            boolean anything = statement.says("Action", "*") || statement.says("Action", "*:*");
            if (anything && statement.says("Resource", "*")) {
                out.found(ids.all(), statement.line(), label);
            }
            boolean everybody = statement.says("Principal", "*") || statement.says("Principal.AWS", "*");
            if (everybody && statement.at("Condition").findAny().isEmpty()) {
                out.found(ids.open(), statement.line(), label);
            }
        });
    }
}
