package io.quantumlayer.security.internal.infra.docker;

import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile.
 *
 * @param stages its stages in order, at least one
 * @param instructions all instructions in order
 */
record Dockerfile(List<Stage> stages, List<Instruction> instructions) {
    /**
     * Reads a file.
     *
     * @throws MalformedInfra if it is no Dockerfile
     */
    static Dockerfile of(String text) throws MalformedInfra {
        List<Instruction> instructions = DockerfileParser.parse(text);
        List<Stage> stages = new ArrayList<>();
        Variables arguments = new Variables();
        for (Instruction instruction : instructions) {
            if (instruction.is("FROM")) {
                stages.add(stage(instruction, arguments));
            } else if (!stages.isEmpty()) {
                stages.get(stages.size() - 1).instructions().add(instruction);
            } else if (instruction.is("ARG")) {
                arguments.take(instruction);
            } else {
                throw new MalformedInfra(instruction.line(), "an instruction stands before FROM");
            }
        }
        if (stages.isEmpty()) {
            throw new MalformedInfra(0, "it has no FROM");
        }
        return new Dockerfile(stages, instructions);
    }

    private static Stage stage(Instruction from, Variables arguments) throws MalformedInfra {
        String[] words = from.arguments().split("\\s+", -1);
        boolean named = words.length == 3 && words[1].equalsIgnoreCase("AS");
        if (words[0].isEmpty() || !(words.length == 1 || named)) {
            throw new MalformedInfra(from.line(), "FROM names no image");
        }
        return new Stage(
                from, arguments.fill(words[0]).orElse(words[0]), named ? words[2].toLowerCase(Locale.ROOT) : "");
    }

    /** The stage whose image is the result. */
    Stage result() {
        return stages.get(stages.size() - 1);
    }

    /** The stages that the result is built on, from itself down to the one that starts from an image. */
    List<Stage> lineage() {
        List<Stage> lineage = new ArrayList<>();
        Optional<Stage> at = Optional.of(result());
        while (at.isPresent()) {
            lineage.add(at.get());
            at = parent(at.get());
        }
        return lineage;
    }

    /** The earlier stage that a stage starts from, if it does. */
    private Optional<Stage> parent(Stage stage) {
        String image = stage.image().toLowerCase(Locale.ROOT);
        return stages.subList(0, stages.indexOf(stage)).stream()
                .filter(earlier -> earlier.name().equals(image))
                .reduce((one, later) -> later);
    }

    /** The stages that start from an image and from no other stage. */
    List<Stage> based() {
        Set<String> names = new HashSet<>();
        List<Stage> based = new ArrayList<>();
        for (Stage stage : stages) {
            if (!names.contains(stage.image().toLowerCase(Locale.ROOT))) {
                based.add(stage);
            }
            names.add(stage.name());
        }
        return based;
    }
}
