package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.version.InvalidVersionException;
import io.quantumlayer.security.internal.version.VersionOrder;
import io.quantumlayer.security.inventory.Ecosystem;
import io.quantumlayer.security.inventory.FoundPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an advisory says of one package.
 *
 * @param ecosystem the name of its ecosystem, without a suffix
 * @param name its name
 * @param versions the versions that are listed one by one
 * @param ranges the ranges that can be judged here
 */
record Affected(String ecosystem, String name, List<String> versions, List<VersionRange> ranges) {
    static Affected of(JsonNode json) {
        String ecosystem = json.path("package").path("ecosystem").asText().split(":", 2)[0];
        List<String> versions = new ArrayList<>();
        json.path("versions").forEach(version -> versions.add(version.asText()));
        List<VersionRange> ranges = new ArrayList<>();
        json.path("ranges").forEach(range -> VersionRange.of(range).ifPresent(ranges::add));
        return new Affected(ecosystem, json.path("package").path("name").asText(), List.copyOf(versions), ranges);
    }

    static String key(String ecosystem, String name) {
        boolean python = ecosystem.equals(Ecosystem.PYPI.osvName());
        String spelled = python ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-") : name;
        return ecosystem + " " + spelled;
    }

    boolean names(FoundPackage found) {
        return key(ecosystem, name).equals(key(found.ecosystem().osvName(), found.name()));
    }

    /**
     * Whether a version is affected.
     *
     * @throws InvalidVersionException if it cannot be compared with a range
     */
    boolean holds(FoundPackage found) throws InvalidVersionException {
        VersionOrder order = order(found.ecosystem());
        if (versions.contains(found.version()) || versions.contains(withoutV(found.version()))) {
            return true;
        }
        for (VersionRange range : ranges) {
            if (range.holds(found.version(), order)) {
                return true;
            }
        }
        return false;
    }

    /** The oldest version after this one in which the hole is closed. */
    Optional<String> fixedIn(FoundPackage found) {
        VersionOrder order = order(found.ecosystem());
        Optional<String> oldest = Optional.empty();
        for (VersionRange range : ranges) {
            oldest = range.older(oldest, range.fixAfter(found.version(), order), order);
        }
        return oldest;
    }

    private static VersionOrder order(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case MAVEN -> VersionOrder.MAVEN;
            case PYPI -> VersionOrder.PYTHON;
            case NPM, GO -> VersionOrder.SEMVER;
        };
    }

    private static String withoutV(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }
}
