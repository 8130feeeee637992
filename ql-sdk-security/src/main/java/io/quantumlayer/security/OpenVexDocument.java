package io.quantumlayer.security;

import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.security.internal.report.VexWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes what scanners saw of known vulnerabilities as an OpenVEX 0.2.0 document.
 *
 * <p>Every package with a known vulnerability is a statement with the status {@code affected}: a scanner of versions
 * cannot prove that a vulnerability does not reach the product. Its action says which version mends it. Equal input
 * gives equal text.
 */
public final class OpenVexDocument {
    private OpenVexDocument() {}

    /**
     * Whose document it is.
     *
     * @param author who states it
     * @param product the product, as a package URL or another IRI
     * @param issued when it is stated
     */
    public record Header(String author, String product, Instant issued) {}

    /**
     * Writes a document.
     *
     * @param header whose document it is
     * @param result what was seen
     * @return a JSON text; empty if no finding is about a package, since a document needs a statement
     */
    public static Optional<String> of(Header header, ScanResult result) {
        return VexWriter.write(header.author(), header.product(), header.issued(), result);
    }
}
