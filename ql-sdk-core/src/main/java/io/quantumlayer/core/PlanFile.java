package io.quantumlayer.core;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.core.internal.plan.PlanPrinter;
import io.quantumlayer.core.internal.plan.PlanReader;
import io.quantumlayer.core.internal.plan.PlanText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads and writes the file form of a {@link DeploymentPlan}, in YAML or JSON.
 *
 * <p>A file states {@code apiVersion: quantumlayer.io/v1alpha1}, {@code kind: DeploymentPlan}, {@code metadata} with
 * the name, and {@code spec} with everything else; {@link #schema()} describes it. Files are untrusted: at most
 * 256 KiB, 32 levels deep, one document, without anchors, aliases, tags or repeated keys. What is written reads back
 * equal. All methods are pure apart from {@link #read}, and safe for use by many threads.
 */
public final class PlanFile {
    private static final String SCHEMA = "deployment-plan-v1alpha1.schema.json";

    private PlanFile() {}

    /**
     * Reads a plan from a file. A relative source directory or static site counts from the file's own folder and comes
     * back absolute.
     *
     * @param file YAML, or JSON if its first character is a brace; UTF-8
     * @return the plan
     * @throws io.quantumlayer.api.plan.InvalidPlanException with every mistake: path in the file, rule, value (masked
     *     where it may hold a secret), hint with line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static DeploymentPlan read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            DeploymentPlan plan = parse(PlanText.read(file));
            return folder == null ? plan : resolved(plan, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan " + file + " cannot be read", e);
        }
    }

    /**
     * Reads a plan from a text; relative paths stay as they are written.
     *
     * @param text YAML, or JSON if its first character is a brace
     * @return the plan
     * @throws io.quantumlayer.api.plan.InvalidPlanException as {@link #read} does
     */
    public static DeploymentPlan parse(String text) {
        return PlanReader.read(Objects.requireNonNull(text, "text"));
    }

    /**
     * Writes a plan as YAML.
     *
     * @param plan the plan
     * @return a text that {@link #parse} reads back as an equal plan
     */
    public static String toYaml(DeploymentPlan plan) {
        return PlanPrinter.yaml(plan);
    }

    /**
     * Writes a plan as JSON.
     *
     * @param plan the plan
     * @return a text that {@link #parse} reads back as an equal plan
     */
    public static String toJson(DeploymentPlan plan) {
        return PlanPrinter.json(plan);
    }

    /**
     * Returns the published JSON Schema of the file form.
     *
     * @return a schema of draft 2020-12
     */
    public static String schema() {
        try (InputStream in = Objects.requireNonNull(PlanFile.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema cannot be read", e);
        }
    }

    private static DeploymentPlan resolved(DeploymentPlan plan, Path folder) {
        Source source = plan.source();
        if (source instanceof Source.SourceDirectory directory) {
            return plan.toBuilder()
                    .sourceDirectory(folder.resolve(directory.path()).normalize())
                    .build();
        }
        if (source instanceof Source.StaticSite site) {
            return plan.toBuilder()
                    .staticSite(folder.resolve(site.path()).normalize())
                    .build();
        }
        return plan;
    }
}
