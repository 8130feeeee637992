package io.quantumlayer.security.internal.inventory;

/** Reads one format of files that name packages. */
interface LockFormat {
    /** Whether it reads a file of this path, by its name. */
    boolean reads(String path);

    /**
     * Reads a file.
     *
     * @throws MalformedLock if it is not of this format
     */
    void read(LockFile file, Gathering out) throws MalformedLock;

    /** The last name of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
