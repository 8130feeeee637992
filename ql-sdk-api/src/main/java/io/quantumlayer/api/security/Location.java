package io.quantumlayer.api.security;

/**
 * Where a finding is.
 *
 * @param path the file or folder relative to the scanned root, with {@code /} between names and safe to print; what
 *     lies in an archive follows the archive's path after {@code !/}
 * @param line the line, counted from 1; 0 stands for the file as a whole
 * @param column the column, counted from 1 in characters; 0 where it is unknown
 * @param packageUrl the package the finding is about, as a package URL; empty where it is about none
 */
public record Location(String path, int line, int column, String packageUrl) {
    /**
     * Creates the location of a whole file.
     *
     * @param path the path
     * @return the location
     */
    public static Location of(String path) {
        return new Location(path, 0, 0, "");
    }

    /**
     * Creates a location in a file.
     *
     * @param path the path
     * @param line the line, from 1
     * @param column the column, from 1
     * @return the location
     */
    public static Location of(String path, int line, int column) {
        return new Location(path, line, column, "");
    }

    /**
     * Returns this location as that of a package.
     *
     * @param url the package URL
     * @return a copy
     */
    public Location about(String url) {
        return new Location(path, line, column, url);
    }

    /**
     * Returns the location as people read it.
     *
     * @return {@code path} or {@code path:line}
     */
    @Override
    public String toString() {
        return line > 0 ? path + ":" + line : path;
    }
}
