package io.quantumlayer.api.spi;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.RunId;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a call stands in a distributed trace, as the W3C recommendation Trace Context writes it in the header
 * {@code traceparent}. Immutable.
 *
 * @param traceId the whole trace: 32 characters {@code [0-9a-f]}, not all of them zero
 * @param parentId the call within it: 16 characters {@code [0-9a-f]}, not all of them zero
 * @param sampled whether the caller records the trace
 */
public record TraceParent(String traceId, String parentId, boolean sampled) {
    /** The name of the header. */
    public static final String HEADER = "traceparent";

    private static final int TRACE_ID = 32;
    private static final int PARENT_ID = 16;
    private static final int FLAGS_RADIX = 16;
    private static final int SAMPLED = 1;
    private static final int MAX_LENGTH = 512;

    // Groups: version, trace, parent, flags, what a later version may have added.
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /**
     * Checks both ids.
     *
     * @throws IllegalArgumentException if one has another form
     */
    public TraceParent {
        require("traceId", traceId, TRACE_ID);
        require("parentId", parentId, PARENT_ID);
    }

    /**
     * Mints the context of one effect: equal for equal arguments, one trace for all effects of a run. It is not
     * sampled, since the library records no spans.
     *
     * @param run the run
     * @param key the effect's key
     * @return the context
     */
    public static TraceParent of(RunId run, String key) {
        String trace = Digest.of("trace " + run).hex().substring(0, TRACE_ID);
        return new TraceParent(trace, parent(key), false);
    }

    /**
     * Reads a header.
     *
     * @param header its value; of a version after {@code 00} only the parts known here are kept
     * @return the context
     * @throws IllegalArgumentException if it is not one
     */
    public static TraceParent parse(String header) {
        Objects.requireNonNull(header, "header");
        Matcher form = FORM.matcher(header);
        boolean wellFormed = header.length() <= MAX_LENGTH
                && form.matches()
                && !form.group(1).equals("ff")
                && (form.group(5) == null || !form.group(1).equals("00"));
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "a traceparent is written like 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        }
        int flags = Integer.parseInt(form.group(4), FLAGS_RADIX);
        return new TraceParent(form.group(2), form.group(3), (flags & SAMPLED) != 0);
    }

    /**
     * Returns the context of another effect in the same trace.
     *
     * @param key the other effect's key
     * @return a copy with a parent id that stands for the key
     */
    public TraceParent child(String key) {
        return new TraceParent(traceId, parent(key), sampled);
    }

    /** Returns the header's value, version {@code 00}. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
    }

    private static String parent(String key) {
        return Digest.of("span " + key).hex().substring(0, PARENT_ID);
    }

    private static boolean isHex(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static void require(String name, String id, int length) {
        Objects.requireNonNull(id, name);
        if (id.length() != length || !isHex(id) || id.chars().allMatch(c -> c == '0')) {
            throw new IllegalArgumentException(
                    name + " has " + length + " characters [0-9a-f], not all of them zero, and is not '" + id + "'");
        }
    }
}
