package io.quantumlayer.core;

import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.core.internal.plan.PlanText;
import io.quantumlayer.core.internal.plan.WorkloadReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads the file form of a {@link WorkloadProfile}, in YAML or JSON.
 *
 * <p>A file states {@code apiVersion: quantumlayer.io/v1alpha1}, {@code kind: WorkloadProfile} and {@code spec}, whose
 * fields are {@code architecture} ({@code x86} or {@code arm}) and those of
 * {@link io.quantumlayer.api.cost.Quantity}. It is bounded and read as a {@link PlanFile} is.
 */
public final class WorkloadFile {
    private WorkloadFile() {}

    /**
     * Reads a profile from a file.
     *
     * @param file YAML, or JSON if its first character is a brace; UTF-8
     * @return the profile
     * @throws io.quantumlayer.api.plan.InvalidPlanException with every mistake
     * @throws UncheckedIOException if the file cannot be read
     */
    public static WorkloadProfile read(Path file) {
        try {
            return parse(PlanText.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The workload " + file + " cannot be read", e);
        }
    }

    /**
     * Reads a profile from a text.
     *
     * @param text YAML, or JSON if its first character is a brace
     * @return the profile
     * @throws io.quantumlayer.api.plan.InvalidPlanException with every mistake
     */
    public static WorkloadProfile parse(String text) {
        return WorkloadReader.read(Objects.requireNonNull(text, "text"));
    }
}
