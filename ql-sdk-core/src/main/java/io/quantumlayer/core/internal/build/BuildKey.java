package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.Sandbox;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.core.internal.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two builds of one key are taken to give the same: the SHA-256 of everything that goes into a build as far as it can
 * be told without running it. Format 1.
 */
final class BuildKey {
    private static final int FORMAT = 1;
    private static final Path NOWHERE = Path.of("/");

    private BuildKey() {}

    /**
     * What goes into a build.
     *
     * @param format the number of this form
     * @param source the digest of the source tree
     * @param output which folder becomes the artifact
     * @param commands what is started, in order
     * @param machine what stands for the tools, the system and the sandbox
     */
    private record Inputs(int format, Digest source, String output, List<Started> commands, List<String> machine) {}

    /**
     * One command.
     *
     * @param words as a recipe holds them
     * @param resolved as they are started
     * @param lock what holds its fetches to hashes
     * @param environment name to value; the one of its own folder is left out
     * @param visible the paths it sees beside the system's
     */
    private record Started(
            List<String> words,
            List<String> resolved,
            Optional<String> lock,
            Map<String, String> environment,
            List<String> visible) {}

    /** Returns the key, or empty for a build whose result is good for itself only. */
    static Optional<Digest> of(BuildRequest request, CommandSurroundings surroundings, Sandbox sandbox) {
        List<Recipe.Command> commands = request.recipe().build();
        if (commands.isEmpty() || !commands.stream().allMatch(Recipe.Command::locked)) {
            return Optional.empty();
        }
        Set<Tool> tools = EnumSet.noneOf(Tool.class);
        List<Started> started = new ArrayList<>();
        for (Recipe.Command command : commands) {
            tools.addAll(Tool.in(command.words()));
            started.add(started(command, surroundings));
        }
        List<String> machine = new ArrayList<>(MachineIdentity.ofSystem());
        tools.forEach(
                tool -> machine.addAll(MachineIdentity.of(surroundings.tools().require(tool))));
        machine.add(sandbox.available() + " " + sandbox.name());
        Inputs inputs = new Inputs(FORMAT, request.source(), request.recipe().output(), started, machine);
        return Optional.of(Digest.of(Json.write(inputs)));
    }

    private static Started started(Recipe.Command command, CommandSurroundings surroundings) {
        try {
            List<String> resolved = surroundings.tools().resolve(command.words());
            CommandSpec.Builder builder = CommandSpec.builder("", NOWHERE, resolved);
            surroundings.lend(builder, command);
            CommandSpec spec = builder.build();
            List<String> visible = new ArrayList<>();
            spec.readable().forEach(path -> visible.add("r " + path));
            spec.writable().forEach(path -> visible.add("w " + path));
            return new Started(command.words(), resolved, command.lock(), spec.environment(), visible);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at what a build finds around it", e);
        }
    }
}
