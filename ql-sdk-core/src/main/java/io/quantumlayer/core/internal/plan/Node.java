package io.quantumlayer.core.internal.plan;

import java.util.List;
import java.util.Map;

/** One value of a plan text, whichever syntax it came in, with the line it starts on. */
sealed interface Node {
    /** What a node is, as a reader of the text would call it. */
    enum Type {
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing"),
        LIST("a list"),
        MAPPING("a mapping"),
        /** Refused while the text was read, and reported there. */
        REFUSED("");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Type type();

    int line();

    /** A single value, as it was written. */
    record Scalar(Type type, String text, int line) implements Node {}

    /** A list. */
    record Items(List<Node> items, int line) implements Node {
        @Override
        public Type type() {
            return Type.LIST;
        }
    }

    /** A mapping, in its order. */
    record Fields(Map<String, Node> fields, int line) implements Node {
        @Override
        public Type type() {
            return Type.MAPPING;
        }
    }

    /** Stands for what was refused already. */
    static Node refused(int line) {
        return new Scalar(Type.REFUSED, "", line);
    }
}
