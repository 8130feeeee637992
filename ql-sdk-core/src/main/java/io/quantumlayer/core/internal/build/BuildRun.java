package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.core.internal.error.ExitCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes one build a step further: looks at its commands in order, starts the next, or collects what they made. */
final class BuildRun {
    private static final int ATTEMPTS = 3;
    private static final int SHELL_CODES = 126;

    /** Commands run in the source but keep log and exit code in folders of their own. */
    private static final String IN_SOURCE = "cd \"$0\" && exec \"$@\"";

    private final CommandBuilder builder;
    private final WorkFolder work;
    private final String key;
    private final CallContext context;
    private final CommandSurroundings surroundings;
    private final BuildRequest request;
    private final int number;
    private final Path attempt;

    BuildRun(CommandBuilder builder, WorkFolder work, CallContext context, BuildRequest request) {
        this.builder = builder;
        this.work = work;
        this.key = context.idempotencyKey();
        this.context = context;
        this.surroundings = builder.surroundings(context);
        this.request = request;
        this.number = work.attempt();
        this.attempt = work.attempt(number);
    }

    Effect<BuiltArtifact> advance() {
        List<Recipe.Command> commands = request.recipe().build();
        if (commands.isEmpty()) {
            return Effect.done(collect(builder.artifacts().open(request.source())));
        }
        Path source = attempt.resolve("source");
        if (!Files.exists(source)) {
            builder.artifacts().copyTo(request.source(), source);
        }
        for (int index = 0; index < commands.size(); index++) {
            Optional<Effect<BuiltArtifact>> notYet = passed(index, source);
            if (notYet.isPresent()) {
                return notYet.get();
            }
        }
        return Effect.done(collect(source));
    }

    /** Returns empty once the command has ended well. */
    private Optional<Effect<BuiltArtifact>> passed(int index, Path source) {
        Path folder = WorkFolder.command(attempt, index);
        ProcessState state = builder.processes().state(folder, CommandBuilder.marker(key, index));
        return switch (state.kind()) {
            case NEVER_STARTED -> {
                start(index, folder, source);
                yield Optional.of(builder.pending(key));
            }
            case RUNNING -> Optional.of(builder.pending(key));
            case VANISHED -> Optional.of(again(index));
            case EXITED -> state.exitCode() == 0 ? Optional.empty() : Optional.of(failed(index, state.exitCode()));
        };
    }

    private void start(int index, Path folder, Path source) {
        builder.begins(key);
        try {
            Files.createDirectories(folder);
            builder.processes().start(command(index, folder, source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
    }

    private CommandSpec command(int index, Path folder, Path source) throws IOException {
        Recipe.Command step = request.recipe().build().get(index);
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", IN_SOURCE));
        words.add(source.toRealPath().toString());
        words.addAll(surroundings.tools().resolve(step.words()));
        CommandSpec.Builder command = CommandSpec.builder(CommandBuilder.marker(key, index), folder, words)
                .addWritable(source.toRealPath())
                .addEnvironment("HOME", folder.toRealPath().toString());
        surroundings.lend(command, step);
        return command.build();
    }

    private Effect<BuiltArtifact> again(int index) {
        if (number >= ATTEMPTS) {
            return failure(Failure.of(
                    ErrorType.DEPENDENCY,
                    "build.vanished",
                    "the process of " + shown(index) + " disappeared " + ATTEMPTS + " times without an exit code"));
        }
        // Nothing of the lost build may go on beside its successor.
        builder.processes().stop(WorkFolder.command(attempt, index), CommandBuilder.marker(key, index), Duration.ZERO);
        work.beginAttempt(number + 1);
        return builder.pending(key);
    }

    private Effect<BuiltArtifact> failed(int index, int exitCode) {
        BuildOutput output = output(index + 1);
        Failure meaning = exitCode >= SHELL_CODES
                ? ExitCodes.of(exitCode, shown(index))
                : Failure.of(
                        ErrorType.CONFIGURATION, "build.failed", shown(index) + " ended with exit code " + exitCode);
        String log = "\nThe whole log is " + builder.keep(output) + " in the artifact store.";
        String end = output.end();
        return failure(meaning.withMessage(meaning.message() + (end.isEmpty() ? "" : ":\n" + end) + log));
    }

    private Effect<BuiltArtifact> failure(Failure failure) {
        builder.stopAndDelete(work, key);
        return Effect.failed(failure);
    }

    private BuiltArtifact collect(Path source) {
        BuildOutput output = output(request.recipe().build().size());
        Digest artifact = stored(outputFolder(source));
        BuildReuse reuse = builder.reuse(work, context, request);
        List<String> notes = new ArrayList<>(builder.notes(request.recipe()));
        BuiltArtifact built = new BuiltArtifact(artifact, builder.keep(output), notes);
        reuse.keep(context, request, built);
        reuse.objection().ifPresent(why -> notes.add("built anew, since an earlier build could not be reused: " + why));
        BuiltArtifact told = new BuiltArtifact(artifact, built.log(), notes);
        work.finish(told);
        return told;
    }

    /** A store takes a tree that it holds for the same one; if that is damaged, what was built just now replaces it. */
    private Digest stored(Path output) {
        Digest artifact = builder.artifacts().put(output);
        return builder.artifacts().verify(artifact)
                ? artifact
                : builder.artifacts().put(output);
    }

    /**
     * A build may have made a link of any part of the path, to have the host collect what the build itself cannot
     * read.
     */
    private Path outputFolder(Path source) {
        String name = request.recipe().output();
        try {
            Path root = source.toRealPath();
            Path wanted = root.resolve(name).normalize();
            if (!wanted.startsWith(root)
                    || !Files.isDirectory(wanted)
                    || !wanted.toRealPath().equals(wanted)) {
                throw refused("the build made no folder '" + name + "' inside the source");
            }
            try (Stream<Path> files = Files.walk(wanted)) {
                if (files.noneMatch(Files::isRegularFile)) {
                    throw refused("the build left the folder '" + name + "' empty");
                }
            }
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private static QuantumLayerException refused(String why) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, "build.no-output", why));
    }

    private BuildOutput output(int commands) {
        BuildOutput output = builder.newOutput();
        for (int index = 0; index < commands; index++) {
            Path log = WorkFolder.command(attempt, index).resolve("command.log");
            output.add(request.recipe().build().get(index).words(), log);
        }
        return output;
    }

    private String shown(int index) {
        int all = request.recipe().build().size();
        String words =
                builder.newOutput().shown(request.recipe().build().get(index).words());
        return "build command " + (index + 1) + " of " + all + " (" + words + ")";
    }
}
