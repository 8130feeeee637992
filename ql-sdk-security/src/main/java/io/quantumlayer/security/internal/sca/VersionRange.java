package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.version.InvalidVersionException;
import io.quantumlayer.security.internal.version.VersionOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A range of an advisory: events on the line of versions, in any order and as many as there are.
 *
 * @param events what happens at which version
 */
record VersionRange(List<Event> events) {
    /** What happens at a version. */
    enum Kind {
        INTRODUCED,
        FIXED,
        LAST_AFFECTED,
        LIMIT
    }

    /**
     * Something that happens at a version.
     *
     * @param kind what happens
     * @param version where; 0 stands before every version
     */
    record Event(Kind kind, String version) {
        boolean always() {
            return kind == Kind.INTRODUCED && version.equals("0");
        }
    }

    /** Reads a range; one of commits says nothing about versions. */
    static Optional<VersionRange> of(JsonNode json) {
        if (!List.of("SEMVER", "ECOSYSTEM").contains(json.path("type").asText())) {
            return Optional.empty();
        }
        List<Event> events = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            for (Map.Entry<String, JsonNode> entry : event.properties()) {
                String version = entry.getValue().asText();
                kind(entry.getKey()).ifPresent(kind -> events.add(new Event(kind, version)));
            }
        }
        return Optional.of(new VersionRange(List.copyOf(events)));
    }

    private static Optional<Kind> kind(String name) {
        return switch (name) {
            case "introduced" -> Optional.of(Kind.INTRODUCED);
            case "fixed" -> Optional.of(Kind.FIXED);
            case "last_affected" -> Optional.of(Kind.LAST_AFFECTED);
            case "limit" -> Optional.of(Kind.LIMIT);
            default -> Optional.empty();
        };
    }

    /**
     * Whether a version lies in it: the newest event at or before the version decides, and a limit cuts off what lies
     * at or after all of them.
     */
    boolean holds(String version, VersionOrder order) throws InvalidVersionException {
        Event newest = null;
        boolean limited = false;
        boolean below = false;
        for (Event event : events) {
            int passed = event.always() ? 1 : order.compare(version, event.version());
            if (event.kind() == Kind.LIMIT) {
                limited = true;
                below |= event.version().equals("*") || passed < 0;
            } else if (happened(event, passed) && (newest == null || later(event, newest, order))) {
                newest = event;
            }
        }
        return newest != null && newest.kind() == Kind.INTRODUCED && (!limited || below);
    }

    private static boolean happened(Event event, int passed) {
        return event.kind() == Kind.LAST_AFFECTED ? passed > 0 : passed >= 0;
    }

    /** At one version an introduction outdoes an end, so that nothing is missed. */
    private static boolean later(Event event, Event than, VersionOrder order) throws InvalidVersionException {
        if (event.always() || than.always()) {
            return !event.always();
        }
        int order1 = order.compare(event.version(), than.version());
        return order1 > 0 || (order1 == 0 && event.kind() == Kind.INTRODUCED);
    }

    /** The oldest fix after a version, if versions can be compared. */
    Optional<String> fixAfter(String version, VersionOrder order) {
        Optional<String> oldest = Optional.empty();
        for (Event event : events) {
            if (event.kind() == Kind.FIXED && after(event.version(), version, order)) {
                oldest = older(oldest, Optional.of(event.version()), order);
            }
        }
        return oldest;
    }

    Optional<String> older(Optional<String> one, Optional<String> other, VersionOrder order) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return after(one.get(), other.get(), order) ? other : one;
    }

    private static boolean after(String one, String other, VersionOrder order) {
        try {
            return order.compare(one, other) > 0;
        } catch (InvalidVersionException noOrder) {
            return false;
        }
    }
}
