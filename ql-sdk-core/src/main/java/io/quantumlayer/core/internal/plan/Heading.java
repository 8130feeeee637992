package io.quantumlayer.core.internal.plan;

import java.util.List;
import java.util.Map;

/** The two fields with which every document says what it is. */
final class Heading {
    /** The one version of the document forms that this library reads and writes. */
    static final String VERSION = "quantumlayer.io/v1alpha1";

    private Heading() {}

    /** A document of another version or kind may mean anything: nothing else in it is judged. */
    static void check(Map<String, Node> sections, String kind, Problems problems) {
        boolean known = same(sections, PlanSyntax.API_VERSION, VERSION, problems);
        boolean meant = same(sections, PlanSyntax.KIND, kind, problems);
        if (!known || !meant) {
            throw problems.refusal();
        }
    }

    private static boolean same(Map<String, Node> sections, String name, String wanted, Problems problems) {
        Node node = sections.get(name);
        String hint = "write " + name + ": " + wanted;
        if (node == null) {
            problems.add(name, "be given", "", hint);
            return false;
        }
        String text =
                node instanceof Node.Scalar scalar ? scalar.text() : node.type().words();
        boolean same = node.type() == Node.Type.TEXT && wanted.equals(text);
        if (!same) {
            problems.add(name, "be one of " + List.of(wanted), text, hint);
        }
        return same;
    }
}
