package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a repository, from its tags along every pointer. Used once. */
final class SnapshotReader {
    private static final int MAX_MANIFESTS = 50_000;

    private final ImageRegistry registry;
    private final CallContext context;
    private final ImageReference repository;
    private final Snapshot snapshot = new Snapshot();
    private final Set<Digest> seen = new HashSet<>();
    private final Set<Digest> waiting = new LinkedHashSet<>();

    SnapshotReader(ImageRegistry registry, CallContext context, ImageReference repository) {
        this.registry = registry;
        this.context = context;
        this.repository = repository;
    }

    /** Reads all that tags and some digests lead to. */
    Snapshot read(Collection<Digest> known) {
        List<String> tags = registry.tags(context, repository);
        if (tags.size() > MAX_MANIFESTS) {
            throw tooMany();
        }
        for (String tag : tags) {
            registry.manifest(context, repository.tagged(tag)).ifPresent(manifest -> take(tag, manifest));
        }
        known.forEach(this::ask);
        while (!waiting.isEmpty()) {
            Digest next = waiting.iterator().next();
            waiting.remove(next);
            registry.manifest(context, repository.at(next)).ifPresent(this::take);
        }
        return snapshot;
    }

    private void take(String tag, RegistryManifest manifest) {
        Digest digest = manifest.digest();
        snapshot.tag(tag, digest);
        Snapshot.subjectOf(tag).ifPresent(subject -> own(subject, digest));
        if (seen.add(digest) || waiting.remove(digest)) {
            take(manifest);
        }
    }

    private void take(RegistryManifest manifest) {
        ManifestNode node = ManifestNode.read(manifest);
        snapshot.add(node);
        node.children().forEach(child -> own(node.digest(), child));
        node.subject().ifPresent(subject -> own(subject, node.digest()));
        for (RegistryDescriptor referrer : registry.referrers(context, repository, node.digest())) {
            own(node.digest(), referrer.digest());
        }
    }

    private void own(Digest owner, Digest thing) {
        snapshot.own(owner, thing);
        ask(owner);
        ask(thing);
    }

    private void ask(Digest digest) {
        if (seen.add(digest)) {
            waiting.add(digest);
        }
        if (seen.size() > MAX_MANIFESTS) {
            throw tooMany();
        }
    }

    private QuantumLayerException tooMany() {
        return new QuantumLayerException(Failure.of(
                        ErrorType.RESOURCE,
                        "retention.too-many",
                        "The repository " + repository.name() + " holds more than " + MAX_MANIFESTS
                                + " manifests, which is more than can be judged at once.")
                .notRetryable());
    }
}
