package io.quantumlayer.provider.local;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.provider.local.forwarder.ForwarderFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The folder of one application of one tenant: its data, its forwarder and its releases. */
final class ApplicationFolder {
    private final Path home;
    private final ApplicationId id;

    ApplicationFolder(Path home, ApplicationId id) {
        this.home = home;
        this.id = id;
    }

    ApplicationId id() {
        return id;
    }

    /** What outlives every release. */
    Path data() {
        return path().resolve("data");
    }

    ForwarderFolder forwarder() {
        return ForwarderFolder.at(path().resolve("forwarder"));
    }

    /** Where the forwarder notes what it counts while it has connections. */
    Path stats() {
        return forwarder().stats();
    }

    ReleaseFolder release(ReleaseId release) {
        return new ReleaseFolder(this, release);
    }

    Path releases() {
        return path().resolve("releases");
    }

    /** Whether any release, even one half placed or half removed, is left. */
    boolean hasReleases() throws IOException {
        try (DirectoryStream<Path> releases = Files.newDirectoryStream(releases())) {
            return releases.iterator().hasNext();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
    }

    /** Removes the folders of application and tenant once nothing is in them. */
    void prune() throws IOException {
        Path deepest = Files.exists(releases()) ? releases() : path();
        Folders.prune(deepest, home);
    }

    private Path path() {
        return home.resolve(id.tenant()).resolve(id.name());
    }
}
