package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.Kept;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import io.quantumlayer.core.RegistryRetention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes the images of a repository that are neither new nor in use, with all that refers to them. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = "Deletes images that are neither new nor in use, with their signatures and documents.")
final class PruneCommand implements Callable<Integer> {
    @Mixin
    private final RegistryOptions registries = new RegistryOptions();

    @Mixin
    private final OutputOptions told = new OutputOptions();

    @Parameters(paramLabel = "REF", description = "The repository; a tag does not count.")
    private String repository = "";

    @Option(names = "--keep", required = true, paramLabel = "N", description = "How many of the newest images stay.")
    private int keep;

    @Option(names = "--older-than", paramLabel = "DURATION", description = "Only older ones go, such as P30D.")
    private Optional<Duration> age = Optional.empty();

    @Option(names = "--in-use", paramLabel = "DIGEST", description = "What stays in any case; give it once a digest.")
    private List<String> inUse = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only says what would go and what would stay.")
    private boolean dryRun;

    @Override
    public Integer call() {
        ImageRetention rule = rule();
        RegistryRetention retention = RegistryRetention.of(registries.registry());
        RetentionPlan plan = retention.plan(Calls.now(), ImageReference.parse(repository), rule);
        if (dryRun) {
            plan.deletions().forEach(deletion -> told.output().note("Would go", line(deletion)));
            kept(plan.kept());
            return ExitCode.DONE;
        }
        RetentionResult result = retention.carryOut(Calls.now(), plan, rule.inUse());
        result.deleted().forEach(deletion -> told.output().note("Deleted", line(deletion)));
        kept(result.kept());
        result.refused()
                .forEach(refusal -> told.output()
                        .note(
                                "Refused",
                                line(refusal.deletion()) + ": "
                                        + refusal.failure().message()));
        result.untried().forEach(deletion -> told.output().note("Not tried", line(deletion)));
        return switch (result.kind()) {
            case DONE -> ExitCode.DONE;
            case UNSUPPORTED -> ExitCode.REFUSED;
            case INCOMPLETE -> ExitCode.LEFTOVERS;
        };
    }

    private ImageRetention rule() {
        try {
            Set<Digest> digests = inUse.stream().map(Digest::parse).collect(Collectors.toSet());
            return new ImageRetention(keep, age, digests);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "input.retention", message), e);
        }
    }

    private void kept(List<Kept> kept) {
        for (Kept one : kept) {
            if (one.reason() != KeepReason.REFERRED) {
                String reason = one.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                told.output().note("Stays", named(one.digest(), one.tags()) + ": " + reason);
            }
        }
        long referred =
                kept.stream().filter(k -> k.reason() == KeepReason.REFERRED).count();
        if (referred > 0) {
            told.output().note("Stays", referred + " more that belong to these");
        }
    }

    private static String line(Deletion deletion) {
        return named(deletion.digest(), deletion.tags())
                + deletion.created().map(time -> ", made " + time).orElse("")
                + deletion.owner().map(owner -> ", of " + owner).orElse("");
    }

    private static String named(Digest digest, List<String> tags) {
        return digest + (tags.isEmpty() ? "" : " " + String.join(" ", tags));
    }
}
