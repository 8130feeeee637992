package io.quantumlayer.security.inventory;

import io.quantumlayer.api.security.Location;

/**
 * One package at one version in one file.
 *
 * @param ecosystem where it comes from
 * @param name its name as the ecosystem writes it: {@code group:artifact}, {@code @scope/name}, a normalized Python
 *     name, a module path
 * @param version its exact version
 * @param scope what it is needed for
 * @param location the file and, where known, the line that names it; its package URL is this package's
 */
public record FoundPackage(Ecosystem ecosystem, String name, String version, PackageScope scope, Location location) {
    /**
     * Returns the package URL.
     *
     * @return in canonical form
     */
    public String purl() {
        return location.packageUrl();
    }
}
