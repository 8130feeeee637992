package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.internal.source.Findings.Place;
import io.quantumlayer.security.internal.source.TextRule.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks into one regular file: its mode, what it is by its first bytes, and the secrets in its content. */
final class FileScan {
    private static final int SET_ID = 06000;

    private final TextRules rules;
    private final ScanLimits limits;
    private final Patience patience;
    private final Findings findings;

    FileScan(TextRules rules, ScanLimits limits, Patience patience, Findings findings) {
        this.rules = rules;
        this.limits = limits;
        this.patience = patience;
        this.findings = findings;
    }

    /**
     * Scans a file.
     *
     * @throws IOException if it cannot be read
     * @throws QuantumLayerException of type resource if more is read in all than the limits allow, of type timeout if
     *     nobody waits any more
     */
    void scan(Path file, Place place) throws IOException {
        if (setsId(file)) {
            findings.add(Danger.SET_ID.rule(), place, 0, "");
        }
        byte[] content = content(file);
        boolean archive = judge(content, place);
        boolean judged = search(SourceText.of(place.path(), content), place);
        if (content.length < Files.size(file)) {
            findings.skip(place, "only its first " + content.length + " bytes were read");
        } else if (archive) {
            findings.skip(place, "an archive, not looked into");
        } else if (judged) {
            findings.whole();
        }
    }

    private byte[] content(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(limits.fileBytes());
        }
        findings.read(content.length);
        if (findings.bytes() > limits.totalBytes()) {
            throw new QuantumLayerException(Failure.of(
                            ErrorType.RESOURCE,
                            "scanner.source.too-large",
                            "the source is too large to be judged: it holds more than " + limits.totalBytes()
                                    + " bytes")
                    .notRetryable());
        }
        return content;
    }

    /** Reports what a file is by its first bytes, and whether it is an archive. */
    private boolean judge(byte[] content, Place place) {
        Optional<Magic.Kind> kind = Magic.of(content).map(Magic::kind);
        kind.flatMap(FileScan::danger).ifPresent(danger -> findings.add(danger.rule(), place, 0, ""));
        return kind.filter(Magic.Kind.ARCHIVE::equals).isPresent();
    }

    private static Optional<Danger> danger(Magic.Kind kind) {
        return switch (kind) {
            case EXECUTABLE -> Optional.of(Danger.EXECUTABLE);
            case COMPILED -> Optional.of(Danger.COMPILED);
            case KEY_STORE -> Optional.of(Danger.KEY_STORE);
            case ARCHIVE -> Optional.empty();
        };
    }

    /** Reports the secrets in a text, and whether it was searched to its end. */
    private boolean search(SourceText text, Place place) {
        TextSearch search = new TextSearch(rules, text, patience);
        List<Hit> hits = search.run();
        int line = 1;
        int at = 0;
        for (Hit hit : hits) {
            for (; at < hit.at(); at++) {
                line += text.content().charAt(at) == '\n' ? 1 : 0;
            }
            String match = text.content().substring(hit.start(), hit.end());
            findings.add(hit.rule().rule(), place, text.binary() ? 0 : line, match);
        }
        if (search.crowded()) {
            findings.add(Danger.CROWDED.rule(), place, 0, "");
            findings.skip(place, "judged only in part");
        }
        return !search.crowded();
    }

    /** Whether the file runs with the rights of its owner or group; where the system has no such mode, it does not. */
    private static boolean setsId(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        return ((Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & SET_ID) != 0;
    }
}
