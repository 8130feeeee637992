package io.quantumlayer.provider.local;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.provider.local.forwarder.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The folder of one release: the copied artifact, the process and its log, its secrets, and what is known of both. */
final class ReleaseFolder {
    private static final String DIGEST = "digest";
    private static final String IMAGE = "image";

    private final ApplicationFolder application;
    private final ReleaseId release;
    private final Path path;

    ReleaseFolder(ApplicationFolder application, ReleaseId release) {
        this.application = application;
        this.release = release;
        this.path = application.releases().resolve(release.value());
    }

    ApplicationFolder application() {
        return application;
    }

    ReleaseId release() {
        return release;
    }

    Path path() {
        return path;
    }

    /** The copy of the artifact, in which the application starts. */
    Path app() {
        return path.resolve("app");
    }

    /** The command's own folder. */
    Path run() {
        return path.resolve("run");
    }

    /** One file a secret, for the owner only. */
    Path secrets() {
        return path.resolve("secrets");
    }

    /** Whether the release runs in a container, for which a file stands here from the first moment. */
    boolean inContainer() {
        return Files.isRegularFile(path.resolve(IMAGE), LinkOption.NOFOLLOW_LINKS);
    }

    /** What the process printed. */
    Path log() {
        return run().resolve("command.log");
    }

    Presence presence() {
        return Folders.presence(path);
    }

    /** The digest of the release that stands here complete, or empty if none does. */
    Optional<Digest> digest() throws IOException {
        return Optional.ofNullable(properties().read().get(DIGEST)).map(Digest::parse);
    }

    /** Builds the folder aside and moves it into place in one step, so that it is complete or absent. */
    void place(ReleaseSpec spec, ArtifactStore artifacts) throws IOException {
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        Folders.delete(partial);
        Folders.discard(path);
        Folders.create(partial);
        artifacts.copyTo(spec.workload().artifact(), partial.resolve(app().getFileName()));
        new StateFile(partial.resolve("release.properties")).write(describe(spec));
        if (spec.workload().image().isPresent()) {
            Files.writeString(
                    partial.resolve(IMAGE), spec.workload().image().get().toString());
        }
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the folder and what an interrupted {@link #place} left. */
    void discard() throws IOException {
        Folders.delete(path.resolveSibling(path.getFileName() + ".partial"));
        Folders.discard(path);
        application.prune();
    }

    Optional<ProcessRecord> process() throws IOException {
        return ProcessRecord.of(processFile().read());
    }

    void save(ProcessRecord record) throws IOException {
        processFile().write(record.fields());
    }

    void forgetProcess() throws IOException {
        processFile().delete();
    }

    private StateFile processFile() {
        return new StateFile(path.resolve("process.properties"));
    }

    private StateFile properties() {
        return new StateFile(path.resolve("release.properties"));
    }

    private static Map<String, String> describe(ReleaseSpec spec) {
        Map<String, String> fields = new LinkedHashMap<>(LocalHome.attributes(spec.application(), spec.release()));
        fields.put(DIGEST, spec.digest().toString());
        fields.put("artifact", spec.workload().artifact().toString());
        return fields;
    }
}
