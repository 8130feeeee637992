package io.quantumlayer.security.internal.scan;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what one scan saw and left out, bounded: of each rule the first hundred places, and the rest as a number. So
 * many harmless findings never push a severe one out. Not safe for use by several threads.
 */
public final class Findings {
    private static final int PLACES = 100;
    private static final int SKIPPED = 200;
    private static final int FINGERPRINT = 32;

    private final Map<String, Finding> placed = new LinkedHashMap<>();
    private final Map<String, Integer> places = new TreeMap<>();
    private final List<String> skipped = new ArrayList<>();
    private int skippedMore;
    private int files;
    private long bytes;

    /** Creates a collection of nothing. */
    public Findings() {}

    /**
     * A file or folder in two spellings.
     *
     * @param path its path as it is, which fingerprints are made of
     * @param shown its path as it may be printed
     */
    public record Place(String path, String shown) {}

    /**
     * A point in a file.
     *
     * @param place the file
     * @param line the line, from 1, or 0 for the file as a whole
     * @param column the column, from 1, or 0
     */
    public record Spot(Place place, int line, int column) {}

    /**
     * Adds what a rule saw in a file or folder as a whole.
     *
     * @param rule the rule
     * @param place the file or folder
     * @param match what tells it from other matches of the rule in the place; never shown
     */
    public void add(Rule rule, Place place, String match) {
        add(rule, new Spot(place, 0, 0), match);
    }

    /**
     * Adds what a rule saw at a point. Equal matches in one file are one finding.
     *
     * @param rule the rule, whose summary is the message
     * @param spot the point
     * @param match what tells it from other matches of the rule in the file; never shown
     */
    public void add(Rule rule, Spot spot, String match) {
        add(rule, spot, match, rule.summary());
    }

    /**
     * Adds what a rule saw at a point, with a message of its own.
     *
     * @param rule the rule
     * @param spot the point
     * @param match what tells it from other matches of the rule in the file; never shown
     * @param message what it is here and how to mend it
     */
    public void add(Rule rule, Spot spot, String match, String message) {
        Place place = spot.place();
        String identity = rule.id() + "\0" + place.path() + "\0" + Digest.of(match);
        String fingerprint = Digest.of(identity).hex().substring(0, FINGERPRINT);
        if (placed.containsKey(fingerprint) || places.merge(rule.id(), 1, Integer::sum) > PLACES) {
            return;
        }
        Location location = Location.of(place.shown(), spot.line(), spot.column());
        placed.put(fingerprint, new Finding(fingerprint, rule, location, message));
    }

    /**
     * Names what was left out.
     *
     * @param place the file or folder
     * @param reason why
     */
    public void skip(Place place, String reason) {
        if (skipped.size() < SKIPPED) {
            skipped.add(place.shown() + ": " + reason);
        } else {
            skippedMore++;
        }
    }

    /**
     * Counts bytes that were read.
     *
     * @param count how many
     */
    public void read(long count) {
        bytes += count;
    }

    /** Counts a file that was read whole. */
    public void whole() {
        files++;
    }

    /**
     * Returns how many bytes were read.
     *
     * @return the count
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns what was collected, as the report of a scan that ran to its end.
     *
     * @param scanner the scanner's id
     * @return the report
     */
    public ScanReport report(String scanner) {
        List<Finding> findings = placed.values().stream()
                .sorted(Comparator.comparing((Finding f) -> f.location().path())
                        .thenComparingInt(f -> f.location().line())
                        .thenComparing(f -> f.rule().id()))
                .toList();
        List<String> leftOut = new ArrayList<>(skipped);
        if (skippedMore > 0) {
            leftOut.add("and " + skippedMore + " more");
        }
        places.forEach((rule, count) -> {
            if (count > PLACES) {
                leftOut.add((count - PLACES) + " more places of " + rule + " are not listed");
            }
        });
        return ScanReport.completed(scanner, findings, new Coverage(files, bytes, leftOut));
    }
}
