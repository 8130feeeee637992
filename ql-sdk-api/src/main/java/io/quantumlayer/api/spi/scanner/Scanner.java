package io.quantumlayer.api.spi.scanner;

import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import java.nio.file.Path;

/**
 * Scans a source. Thread-safe.
 *
 * <p>Called once per source and scanner on a thread that may block until the deadline. The folder is hostile: names,
 * contents and sizes are bounded by the scanner, links are never followed, nothing is executed or written. A scan that
 * cannot run to its end returns a failed report; a completed one says what it left out. Equal input gives equal
 * reports.
 */
public interface Scanner {
    /**
     * Returns the scanner's id.
     *
     * @return the id
     */
    String id();

    /**
     * Scans a folder.
     *
     * @param context the call
     * @param source the folder of a stored source, only to be read
     * @return what was seen and covered, never a secret value
     */
    ScanReport scan(CallContext context, Path source);
}
