package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The builds of one tenant that passed, a file each, named by the key. Thread-safe, also between processes.
 *
 * <p>A record is believed only if it is whole, of exactly this key and source, not too old, and its artifact and log
 * were read again and are what their digests say. Anything else is an objection, is removed, and stops nobody: whoever
 * asks builds. A record is moved into place as the last act, so that a crash leaves none or a whole one.
 */
final class PassedBuilds {
    private static final Logger LOG = LoggerFactory.getLogger(PassedBuilds.class);
    private static final int MAX_BYTES = 64 * 1024;
    private static final String DRAFT = "draft-";
    private static final Duration DRAFT_AGE = Duration.ofHours(1);

    private final Path folder;
    private final ArtifactStore artifacts;
    private final Limits limits;

    PassedBuilds(Path folder, ArtifactStore artifacts, Limits limits) {
        this.folder = folder;
        this.artifacts = artifacts;
        this.limits = limits;
    }

    /**
     * Which records stay.
     *
     * @param age a build that is older is built again
     * @param count how many of the newest stay
     */
    record Limits(Duration age, int count) {}

    /**
     * What was found.
     *
     * @param built the artifact of an earlier build, if one is to be believed
     * @param objection why one that stands there is not, or the empty text
     */
    record Found(Optional<BuiltArtifact> built, String objection) {
        static final Found NOTHING = new Found(Optional.empty(), "");

        static Found not(String objection) {
            return new Found(Optional.empty(), objection);
        }
    }

    Found find(Digest key, Digest source, Instant now) {
        Path file = folder.resolve(key.hex());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Found.NOTHING;
        }
        Found found;
        try {
            found = read(file, key, source, now);
        } catch (UncheckedIOException e) {
            found = Found.not("its record or its artifact cannot be read");
        }
        if (found.built().isEmpty()) {
            LOG.warn("an earlier build of {} is not reused: {}", source, found.objection());
            remove(file);
        }
        return found;
    }

    private Found read(Path file, Digest key, Digest source, Instant now) {
        byte[] bytes = Folders.tail(file, MAX_BYTES).orElse(new byte[0]);
        PassedBuild passed;
        try {
            passed = Json.read(bytes, PassedBuild.class);
            if (!passed.key().equals(key) || !passed.source().equals(source) || !passed.isOfBuild()) {
                return Found.not("its record is of something else");
            }
            if (!passed.isReadable()) {
                return Found.not("its record holds control characters");
            }
        } catch (QuantumLayerException e) {
            return Found.not("its record cannot be read");
        }
        Instant at = passed.seen().at();
        if (at.isAfter(now)) {
            return Found.not("its record says that it was built at " + at + ", which is yet to come");
        }
        if (at.isBefore(now.minus(limits.age()))) {
            return Found.not("it was built at " + at + ", longer ago than " + limits.age());
        }
        BuiltArtifact built = passed.built();
        if (!artifacts.verify(built.digest()) || !artifacts.verify(built.log())) {
            return Found.not("its artifact or log is missing or is not what its digest says any more");
        }
        return new Found(Optional.of(built.from(passed.seen())), "");
    }

    /** Keeps a build; that it cannot be kept costs time later and is no failure now. */
    void keep(PassedBuild passed) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(passed.key().hex());
            Path draft = Files.createTempFile(folder, DRAFT, "");
            Files.write(draft, Json.write(passed));
            Files.setLastModifiedTime(draft, FileTime.from(passed.seen().at()));
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Folders.delete(file);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            tidy(passed.seen().at());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the build of {} cannot be kept for reuse in {}", passed.source(), folder, e);
        }
    }

    private void tidy(Instant now) throws IOException {
        Map<Path, Instant> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                written(file).ifPresent(time -> written.put(file, time.toInstant()));
            }
        }
        Instant oldestDraft = now.minus(DRAFT_AGE);
        written.entrySet().stream()
                .filter(file -> isDraft(file.getKey()))
                .filter(file -> file.getValue().isBefore(oldestDraft))
                .forEach(file -> remove(file.getKey()));
        Instant oldest = now.minus(limits.age());
        List<Map.Entry<Path, Instant>> newestFirst = written.entrySet().stream()
                .filter(file -> !isDraft(file.getKey()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        for (int i = 0; i < newestFirst.size(); i++) {
            if (i >= limits.count() || newestFirst.get(i).getValue().isBefore(oldest)) {
                remove(newestFirst.get(i).getKey());
            }
        }
    }

    private static boolean isDraft(Path file) {
        return file.getFileName().toString().startsWith(DRAFT);
    }

    private static Optional<FileTime> written(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException removed) {
            // By somebody who tidied at the same time.
            return Optional.empty();
        }
    }

    private static void remove(Path file) {
        try {
            Folders.delete(file);
        } catch (UncheckedIOException e) {
            LOG.warn("{} cannot be removed", file, e);
        }
    }
}
