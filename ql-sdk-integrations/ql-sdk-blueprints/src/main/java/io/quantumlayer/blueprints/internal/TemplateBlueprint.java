package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A blueprint that is an offer, the tools it takes, templates, and a recipe. */
abstract class TemplateBlueprint implements Blueprint {
    /** The feature that every blueprint with users knows by this name. */
    static final String AUTHENTICATION = "authentication";

    /** The URLs that every blueprint with a relational database speaks. */
    static final Map<BackingService, List<String>> RELATIONAL =
            Map.of(BackingService.DATABASE, List.of("postgresql", "postgres", "sqlite"));

    private static final int MAX_FILES = 200;
    private static final long MAX_BYTES = 1024L * 1024;

    private final Offer offer;
    private final List<ToolNeed> needs;
    private volatile @Nullable TemplateSet templates;

    /**
     * Creates a blueprint with the templates in the folder of its name, which are read when they are first used.
     *
     * @param offer what it can give, under its name
     * @param needs the tools that building and running it takes
     */
    TemplateBlueprint(Offer offer, List<ToolNeed> needs) {
        this.offer = offer;
        this.needs = List.copyOf(needs);
    }

    /**
     * Says in words what it gives.
     *
     * @param resource what the application keeps
     * @return what follows "gives" in a sentence
     */
    abstract String gift(ResourceNoun resource);

    /**
     * Says how it is built, run and probed.
     *
     * @param parameters what differs from one application to another
     * @return the recipe
     */
    abstract Recipe recipe(ServiceParameters parameters);

    /**
     * Returns what its templates need beside the parameters.
     *
     * @return names and values; none by default
     */
    Map<String, Object> constants() {
        return Map.of();
    }

    /**
     * Returns the backing services that it can be bound to by a URL.
     *
     * @return the schemes of the URLs that it speaks; none by default
     */
    Map<BackingService, List<String>> bindings() {
        return Map.of();
    }

    @Override
    public final Fit fit(AppSpec spec) {
        List<String> refusals = offer.refusals(spec);
        if (!refusals.isEmpty()) {
            return Fit.refused(refusals);
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(offer.blueprint() + " gives " + gift(noun(spec)));
        reasons.addAll(offer.gifts(spec));
        return new Fit(true, reasons, needs, bindings());
    }

    @Override
    public final GeneratedSource generate(AppSpec spec, String name) {
        ServiceParameters parameters = ServiceParameters.of(name, noun(spec), spec.hasFeature(AUTHENTICATION));
        return new GeneratedSource(
                "blueprint " + offer.blueprint() + " 1", FileTree.of(files(parameters), Set.of()), recipe(parameters));
    }

    /** Returns path and content of every file. */
    final SortedMap<String, byte[]> files(ServiceParameters parameters) {
        Map<String, Object> values = new TreeMap<>(parameters.templateValues());
        values.putAll(constants());
        SortedMap<String, byte[]> files = templates().render(values);
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        if (files.size() > MAX_FILES || bytes > MAX_BYTES) {
            throw new IllegalStateException(
                    offer.blueprint() + " wrote " + files.size() + " files of " + bytes + " bytes");
        }
        return files;
    }

    /** Several threads may read them at once; what they read is equal. */
    private TemplateSet templates() {
        TemplateSet read = templates;
        if (read == null) {
            read = TemplateSet.load(offer.blueprint());
            templates = read;
        }
        return read;
    }

    private static ResourceNoun noun(AppSpec spec) {
        return spec.entity().map(Trait::value).flatMap(ResourceNoun::of).orElse(ResourceNoun.ITEM);
    }
}
