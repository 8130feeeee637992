package io.quantumlayer.monitoring.internal.local;

import java.nio.file.Path;
import java.util.Optional;

/** The processes of this machine as far as a platform shows them to others. Thread-safe. */
interface Processes {
    /**
     * Reads what a release uses.
     *
     * @param wanted the process, which may have ended and left its number to a stranger
     * @return the usage; empty unless the process runs and is known to be the release's
     */
    Optional<Usage> usage(WantedProcess wanted);

    /** The reader for the platform that this runs on. */
    static Processes ofThisMachine() {
        LinuxProcesses linux = new LinuxProcesses(Path.of("/proc"));
        return linux.available() ? linux : new PortableProcesses();
    }
}
