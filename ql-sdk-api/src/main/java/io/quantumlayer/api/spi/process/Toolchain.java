package io.quantumlayer.api.spi.process;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tools of this machine that recipes name. Thread-safe.
 *
 * <p>A tool is looked for when it is first asked for, which may take a second, and remembered afterwards.
 */
@FunctionalInterface
public interface Toolchain {
    /**
     * Finds a tool.
     *
     * @param tool the tool
     * @return what stands for it here, or empty if it is not installed
     */
    Optional<InstalledTool> find(Tool tool);

    /**
     * Finds a tool that has to be there.
     *
     * @param tool the tool
     * @return what stands for it here
     * @throws QuantumLayerException of type dependency, saying how to install it, if it is not installed
     */
    default InstalledTool require(Tool tool) {
        return find(tool)
                .orElseThrow(() -> new QuantumLayerException(
                        missing(List.of(ToolNeed.any(tool))).orElseThrow()));
    }

    /**
     * Puts the tools in the place of their placeholders. A word that is a placeholder becomes all words of the tool;
     * inside a longer word they are joined by spaces.
     *
     * @param command the command as a recipe holds it
     * @return the command to start
     * @throws QuantumLayerException of type dependency, saying how to install it, if a tool is not installed
     */
    default List<String> resolve(List<String> command) {
        List<String> words = new ArrayList<>(command);
        for (Tool tool : Tool.in(command)) {
            List<String> replaced = new ArrayList<>();
            List<String> program = require(tool).words();
            for (String word : words) {
                if (word.equals(tool.placeholder())) {
                    replaced.addAll(program);
                } else {
                    replaced.add(word.replace(tool.placeholder(), String.join(" ", program)));
                }
            }
            words = replaced;
        }
        return List.copyOf(words);
    }

    /**
     * Says in one sentence which tools are missing and how to install them.
     *
     * @param needs the tools that are needed
     * @return the failure, or empty if all are installed
     */
    default Optional<Failure> missing(Collection<ToolNeed> needs) {
        List<String> complaints = new ArrayList<>();
        for (ToolNeed need : needs) {
            Optional<InstalledTool> found = find(need.tool());
            if (found.isEmpty()) {
                complaints.add("this machine has no " + need + ": install "
                        + need.tool().remedy());
            } else if (!need.metBy(found.get())) {
                complaints.add("this machine has " + need.tool().id() + " "
                        + found.get().version() + " and " + need + " is needed: install "
                        + need.tool().remedy());
            }
        }
        return complaints.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.of(ErrorType.DEPENDENCY, "tool.missing", String.join("; ", complaints))
                        .notRetryable());
    }
}
