package io.quantumlayer.provider.local;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keeps a release's own copy of its artifact, complete or absent whenever the host dies. */
final class ReleaseFolderService implements LocalService {
    static final String ID = "release-folder";

    private final LocalHome home;
    private final ArtifactStore artifacts;
    private final ReleaseProcess processes;

    ReleaseFolderService(LocalHome home, ArtifactStore artifacts, ReleaseProcess processes) {
        this.home = home;
        this.artifacts = artifacts;
        this.processes = processes;
    }

    @Override
    public Operation operation(ApplicationId application, ReleaseId release) {
        return new Operation(
                ID,
                ResourceNames.of(application, release, "files"),
                FindBy.NAME,
                Duration.ZERO,
                LocalHome.attributes(application, release));
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec) throws IOException {
        ReleaseFolder folder = home.release(spec);
        Optional<Digest> present = folder.digest();
        if (present.isEmpty()) {
            folder.place(spec, artifacts);
        } else if (!present.get().equals(spec.digest())) {
            return Effect.failed(LocalFailures.otherRelease(spec.release()));
        }
        return Effect.done(attributes(folder));
    }

    @Override
    public Observation observe(CallContext context, Operation operation) throws IOException {
        ReleaseFolder folder = home.release(operation);
        Presence presence = folder.presence();
        return Sight.of(context, presence, presence == Presence.PRESENT ? attributes(folder) : Map.of());
    }

    /** Ends a process that is left over first, since nobody could find it again without its folder. */
    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) throws IOException {
        ReleaseFolder folder = home.release(operation);
        Effect<Map<String, String>> stopped = processes.stop(context, folder);
        if (stopped.kind() == Effect.Kind.DONE) {
            folder.discard();
        }
        return stopped;
    }

    private static Map<String, String> attributes(ReleaseFolder folder) {
        return Map.of("folder", folder.path().toString());
    }
}
