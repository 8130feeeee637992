package io.quantumlayer.security.internal.infra.tree;

import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A thing that a file describes.
 *
 * @param type what it is, such as {@code container} or {@code AWS::S3::Bucket}
 * @param label how people call it
 * @param fields what is said of it
 * @param outer what is said of what it stands in, which holds where nothing is said of itself
 */
public record Subject(String type, String label, Value fields, Value outer) {
    /**
     * Creates a thing that stands in nothing.
     *
     * @param type what it is
     * @param label how people call it
     * @param fields what is said of it
     * @return the thing
     */
    public static Subject of(String type, String label, Value fields) {
        return new Subject(type, label, fields, new Fields(fields.line(), Map.of()));
    }

    /** What is said of it at a path, or else of what it stands in. */
    Stream<Value> at(String path) {
        return fields.at(path).findAny().isPresent() ? fields.at(path) : outer.at(path);
    }
}
