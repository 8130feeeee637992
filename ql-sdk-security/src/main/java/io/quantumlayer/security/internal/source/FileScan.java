package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Findings.Spot;
import io.quantumlayer.security.internal.scan.Patience;
import io.quantumlayer.security.internal.source.TextRule.Hit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks into one regular file: its mode, what it is by its first bytes, and the secrets in its content. */
final class FileScan {
    private static final int SET_ID = 06000;
    private static final int DEEPEST_ENCODING = 2;

    private final TextRules rules;
    private final ScanLimits limits;
    private final Patience patience;
    private final Findings findings;
    private final NameScan names;

    FileScan(TextRules rules, ScanLimits limits, NameScan names, Patience patience, Findings findings) {
        this.rules = rules;
        this.names = names;
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
            findings.add(Danger.SET_ID.rule(), place, "");
        }
        byte[] content = content(file);
        Optional<Magic> magic = Magic.of(content);
        magic.flatMap(m -> danger(m.kind())).ifPresent(danger -> findings.add(danger.rule(), place, ""));
        if (magic.filter(ArchiveScan::opens).isPresent()) {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                if (new Opened(new ArchiveScan(limits.fileBytes(), patience)).open(magic.get(), in, place, 1)) {
                    findings.whole();
                    return;
                }
            }
        }
        boolean judged = search(SourceText.of(place.path(), content), place);
        if (content.length < Files.size(file)) {
            findings.skip(place, "only its first " + content.length + " bytes were read");
        } else if (magic.filter(m -> m.kind() == Magic.Kind.ARCHIVE).isPresent()) {
            findings.skip(place, "an archive, not looked into");
        } else if (judged) {
            findings.whole();
        }
    }

    /** What an archive holds, and what the archives within it hold. */
    private final class Opened {
        private final ArchiveScan archive;

        Opened(ArchiveScan archive) {
            this.archive = archive;
        }

        /** Looks at every entry, and says whether all of them were seen and judged whole. */
        boolean open(Magic magic, InputStream in, Place place, int depth) {
            boolean[] judged = {true};
            try {
                boolean whole = archive.open(magic, in, (name, content) -> {
                    judged[0] &= entry(name, content, place, depth);
                });
                return whole && judged[0];
            } catch (ArchiveScan.Bomb bomb) {
                findings.add(Danger.BOMB.rule(), place, "");
                return false;
            } catch (IOException malformed) {
                return false;
            }
        }

        private boolean entry(String name, byte[] content, Place place, int depth) {
            Place inner = name.isEmpty() ? place : names.look(place.path() + "!/" + name, false);
            Optional<Magic> magic = Magic.of(content).filter(m -> m.kind() == Magic.Kind.ARCHIVE);
            boolean seen = true;
            if (magic.isPresent()) {
                seen = depth < ArchiveScan.DEEPEST
                        && ArchiveScan.opens(magic.get())
                        && open(magic.get(), new ByteArrayInputStream(content), inner, depth + 1);
                if (seen) {
                    return true;
                }
                findings.skip(inner, "an archive within an archive, not looked into");
            }
            return search(SourceText.of(inner.path(), content), inner) && seen;
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

    private static Optional<Danger> danger(Magic.Kind kind) {
        return switch (kind) {
            case EXECUTABLE -> Optional.of(Danger.EXECUTABLE);
            case COMPILED -> Optional.of(Danger.COMPILED);
            case KEY_STORE -> Optional.of(Danger.KEY_STORE);
            case ARCHIVE -> Optional.empty();
        };
    }

    /** Reports the secrets in a text, plain and encoded, and whether it was searched to its end. */
    private boolean search(SourceText text, Place place) {
        Set<String> seen = new HashSet<>();
        boolean whole = plain(text, place, seen);
        whole &= encoded(text, place, seen);
        if (!whole) {
            findings.add(Danger.CROWDED.rule(), place, "");
            findings.skip(place, "judged only in part");
        }
        return whole;
    }

    /** Reports what a text says by its encoded parts, and by those that stand encoded in them. */
    private boolean encoded(SourceText text, Place place, Set<String> seen) {
        boolean whole = true;
        LineCount lines = new LineCount(text.content());
        for (Decoding.Part part : Decoding.of(text.content())) {
            lines.moveTo(part.at());
            Spot spot = text.binary() ? new Spot(place, 0, 0) : new Spot(place, lines.line(), lines.column());
            whole &= decoded(new SourceText(text.path(), part.text(), text.binary()), spot, seen, 1);
        }
        return whole;
    }

    private boolean decoded(SourceText text, Spot spot, Set<String> seen, int depth) {
        TextSearch search = new TextSearch(rules, text, patience);
        for (Hit hit : search.run()) {
            if (!seen.contains(hit.rule().rule().id() + ':' + spot.line())) {
                String match = text.content().substring(hit.start(), hit.end());
                findings.add(hit.rule().rule(), spot, match);
            }
        }
        boolean whole = !search.crowded();
        if (depth < DEEPEST_ENCODING) {
            for (Decoding.Part part : Decoding.of(text.content())) {
                whole &= decoded(new SourceText(text.path(), part.text(), text.binary()), spot, seen, depth + 1);
            }
        }
        return whole;
    }

    private boolean plain(SourceText text, Place place, Set<String> seen) {
        TextSearch search = new TextSearch(rules, text, patience);
        LineCount lines = new LineCount(text.content());
        for (Hit hit : search.run()) {
            lines.moveTo(hit.at());
            String match = text.content().substring(hit.start(), hit.end());
            Spot spot = text.binary() ? new Spot(place, 0, 0) : new Spot(place, lines.line(), lines.column());
            findings.add(hit.rule().rule(), spot, match);
            seen.add(hit.rule().rule().id() + ':' + spot.line());
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
