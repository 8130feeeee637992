package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.builder.EarlierBuild;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One build's view of the builds that passed before: looked through once, before it begins, and told of it once it has
 * passed.
 */
final class BuildReuse {
    private final WorkFolder work;
    private final Supplier<PassedBuilds> passed;
    private final Supplier<Optional<Digest>> key;
    private final boolean wanted;

    /**
     * Creates a view.
     *
     * @param work the folder of the build
     * @param passed the builds of its tenant
     * @param key computes what goes into it
     * @param wanted whether an earlier build will do
     */
    BuildReuse(WorkFolder work, Supplier<PassedBuilds> passed, Supplier<Optional<Digest>> key, boolean wanted) {
        this.work = work;
        this.passed = passed;
        this.key = key;
        this.wanted = wanted;
    }

    /** Called before anything is started. */
    Optional<BuiltArtifact> find(CallContext context, BuildRequest request) {
        Optional<Digest> inputs = key.get();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        PassedBuilds.Found found = wanted
                ? passed.get()
                        .find(inputs.get(), request.source(), context.clock().instant())
                : PassedBuilds.Found.NOTHING;
        if (found.built().isEmpty()) {
            work.intend(new Intended(inputs.get(), found.objection()));
        }
        return found.built();
    }

    /**
     * What a build set out with.
     *
     * @param key what went into it
     * @param objection why an earlier one was not reused, or the empty text
     */
    record Intended(Digest key, String objection) {}

    /** Returns why an earlier build was not reused, if one was there. */
    Optional<String> objection() {
        return work.intended().map(Intended::objection).filter(text -> !text.isEmpty());
    }

    /** Keeps a build that passed, unless its tools changed while it ran. */
    void keep(CallContext context, BuildRequest request, BuiltArtifact built) {
        Optional<Digest> before = work.intended().map(Intended::key);
        if (before.isPresent() && before.equals(key.get())) {
            EarlierBuild seen =
                    new EarlierBuild(context.clock().instant(), context.run().value());
            passed.get().keep(new PassedBuild(before.get(), request.source(), built, seen));
        }
    }
}
