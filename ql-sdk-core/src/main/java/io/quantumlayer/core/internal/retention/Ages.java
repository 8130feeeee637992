package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out how old manifests say they are; what cannot be is no answer. */
final class Ages {
    /** There were no containers before: a fixed time of a reproducible build. */
    private static final Instant EARLIEST = Instant.parse("2013-01-01T00:00:00Z");

    private static final Set<String> CONFIGS =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");
    private static final long MAX_CONFIG = 4 << 20;
    private static final int MAX_DEPTH = 64;

    private final ImageRegistry registry;
    private final CallContext context;
    private final ImageReference repository;
    private final Snapshot snapshot;
    private final Instant now;
    private final Map<Digest, Optional<Instant>> known = new HashMap<>();

    Ages(ImageRegistry registry, CallContext context, ImageReference repository, Snapshot snapshot) {
        this.registry = registry;
        this.context = context;
        this.repository = repository;
        this.snapshot = snapshot;
        this.now = context.clock().instant();
    }

    Instant now() {
        return now;
    }

    /** Returns when a manifest was made, as far as it says. */
    Optional<Instant> of(Digest digest) {
        return of(digest, 0);
    }

    private Optional<Instant> of(Digest digest, int depth) {
        Optional<ManifestNode> node = snapshot.node(digest);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (depth > MAX_DEPTH) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.VALIDATION,
                    "retention.too-deep",
                    "Indexes that hold " + digest + " are nested more than " + MAX_DEPTH + " deep."));
        }
        if (!known.containsKey(digest)) {
            known.put(digest, newest(node.get(), depth));
        }
        return known.getOrDefault(digest, Optional.empty());
    }

    private Optional<Instant> newest(ManifestNode node, int depth) {
        Stream<Optional<Instant>> own =
                Stream.of(node.annotated(), node.config().flatMap(this::configured));
        Stream<Optional<Instant>> held = node.children().stream().map(child -> of(child, depth + 1));
        return Stream.concat(own, held)
                .flatMap(Optional::stream)
                .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(now))
                .max(Instant::compareTo);
    }

    private Optional<Instant> configured(RegistryDescriptor config) {
        if (!CONFIGS.contains(config.mediaType()) || config.size() < 0 || config.size() > MAX_CONFIG) {
            return Optional.empty();
        }
        try {
            return ManifestNode.created(registry.blob(context, repository, config));
        } catch (QuantumLayerException e) {
            ErrorType type = e.failure().type();
            if (type == ErrorType.DEPENDENCY || type == ErrorType.VALIDATION) {
                return Optional.empty(); // Missing, or not what its digest says.
            }
            throw e;
        }
    }
}
