package io.quantumlayer.security.internal.infra.terraform;

import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import java.util.List;

/**
 * One block of a configuration.
 *
 * @param type its type, such as {@code resource}
 * @param labels its labels
 * @param body what stands in it
 */
record Block(String type, List<String> labels, Fields body) {
    /** How people call it. */
    String label() {
        return type + " " + String.join(".", labels);
    }

    /** Its first label, or empty. */
    String kind() {
        return labels.isEmpty() ? "" : labels.get(0);
    }
}
