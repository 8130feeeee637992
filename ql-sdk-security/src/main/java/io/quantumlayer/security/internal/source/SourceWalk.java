package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Findings.Place;
import io.quantumlayer.security.internal.scan.Patience;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk through a source in the order of its names that follows no link and opens only folders and files. */
final class SourceWalk {
    private final Path root;
    private final ScanLimits limits;
    private final Patience patience;
    private final NameScan names;
    private final FileScan files;
    private final Findings findings;
    private int entries;

    SourceWalk(Path root, ScanLimits limits, Patience patience, NameScan names, FileScan files, Findings findings) {
        this.root = root;
        this.limits = limits;
        this.patience = patience;
        this.names = names;
        this.files = files;
        this.findings = findings;
    }

    /**
     * Walks to the end.
     *
     * @throws QuantumLayerException of type resource beyond a limit, of type timeout if nobody waits any more
     */
    void run() {
        enter(root, new Place("", "."), 0);
    }

    private void enter(Path folder, Place place, int depth) {
        if (depth > limits.depth()) {
            throw tooLarge("folders lie deeper in each other than " + limits.depth());
        }
        SortedMap<String, Path> children;
        try {
            children = children(folder);
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(place, e);
            return;
        }
        Set<String> twins = new HashSet<>();
        children.forEach((name, child) -> {
            patience.check();
            Place at = visit(child, depth == 0 ? name : place.path() + "/" + name, depth);
            if (!twins.add(name.toLowerCase(Locale.ROOT))) {
                findings.add(Danger.NAME_TWIN.rule(), at, "");
            }
        });
    }

    private SortedMap<String, Path> children(Path folder) throws IOException {
        SortedMap<String, Path> children = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                patience.check();
                if (++entries > limits.entries()) {
                    throw tooLarge("it holds more files and folders than " + limits.entries());
                }
                children.put(child.getFileName().toString(), child);
            }
        }
        return children;
    }

    private Place visit(Path child, String path, int depth) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            Place place = names.look(path, false);
            unreadable(place, e);
            return place;
        }
        Place place = names.look(path, attributes.isDirectory());
        if (attributes.isSymbolicLink()) {
            link(child, place);
        } else if (attributes.isDirectory()) {
            enter(child, place, depth + 1);
        } else if (attributes.isRegularFile()) {
            read(child, place);
        } else {
            findings.add(Danger.SPECIAL.rule(), place, "");
            findings.skip(place, "neither file nor folder, not opened");
        }
        return place;
    }

    private void read(Path file, Place place) {
        try {
            files.scan(file, place);
        } catch (IOException e) {
            unreadable(place, e);
        }
    }

    private void link(Path link, Place place) {
        Danger danger = Danger.LINK_OUTSIDE;
        try {
            Path target = Files.readSymbolicLink(link);
            Path resolved = link.resolveSibling(target).normalize();
            danger = !target.isAbsolute() && resolved.startsWith(root.normalize()) ? Danger.LINK : Danger.LINK_OUTSIDE;
        } catch (IOException e) {
            unreadable(place, e);
        }
        findings.add(danger.rule(), place, "");
        findings.skip(place, "a link, not followed");
    }

    private void unreadable(Place place, Exception why) {
        if (why instanceof ClosedByInterruptException) {
            throw patience.cancelled();
        }
        findings.add(Danger.UNREADABLE.rule(), place, "");
        findings.skip(place, "could not be read (" + why.getClass().getSimpleName() + ")");
    }

    private static QuantumLayerException tooLarge(String what) {
        return new QuantumLayerException(Failure.of(
                        ErrorType.RESOURCE, "scanner.source.too-large", "the source is too large to be judged: " + what)
                .notRetryable());
    }
}
