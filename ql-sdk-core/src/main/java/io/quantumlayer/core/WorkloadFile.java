package io.quantumlayer.core;

import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.core.internal.plan.PlanText;
import io.quantumlayer.core.internal.plan.WorkloadReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads the file form of a {@link WorkloadProfile}, in YAML or JSON.
 *
 * <p>A file states {@code apiVersion: quantumlayer.io/v1alpha1}, {@code kind: WorkloadProfile} and {@code spec}, whose
 * fields are {@code architecture} ({@code x86} or {@code arm}) and those of
 * {@link io.quantumlayer.api.cost.Quantity}; {@link #schema()} describes it. It is bounded and read as a
 * {@link PlanFile} is.
 */
public final class WorkloadFile {
    private static final String SCHEMA = "workload-profile-v1alpha1.schema.json";

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

    /**
     * Returns the published JSON Schema of the file form.
     *
     * @return a schema of draft 2020-12
     */
    public static String schema() {
        try (InputStream in = Objects.requireNonNull(WorkloadFile.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema cannot be read", e);
        }
    }
}
