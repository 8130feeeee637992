package io.quantumlayer.security.inventory;

import java.util.List;

/**
 * The packages of a source and how far they can be trusted to be all of them. No packages is no proof of none.
 *
 * @param packages each package once a file, ordered by file, then package URL
 * @param files the files that were read whole, in order
 * @param gaps what is known to be missing, one sentence each
 * @param unreadable the files that could not be understood, each with the reason; their packages are unknown
 */
public record Inventory(List<FoundPackage> packages, List<String> files, List<String> gaps, List<String> unreadable) {
    /** Copies the lists. */
    public Inventory {
        packages = List.copyOf(packages);
        files = List.copyOf(files);
        gaps = List.copyOf(gaps);
        unreadable = List.copyOf(unreadable);
    }
}
