package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** A REST service in plain Java that keeps one kind of thing in a file and starts in a fraction of a second. */
final class JavaRestBlueprint implements Blueprint {
    private static final String ID = "java-rest";
    private static final String ORIGIN = "blueprint " + ID + " 1";
    private static final String AUTHENTICATION = "authentication";
    private static final int MAX_FILES = 200;
    private static final long MAX_BYTES = 1024L * 1024;

    private static final Offer OFFER = new Offer(
            ID,
            Set.of(AppKind.API),
            Set.of("java"),
            Set.of("jdk"),
            Map.of(
                    AUTHENTICATION,
                    "bearer tokens, signed with HMAC-SHA256, on every address that touches data",
                    "database",
                    "a journal file in the application's data folder, flushed before a write is answered",
                    "swagger",
                    "an OpenAPI 3.1 document at /openapi.json",
                    "openapi",
                    "an OpenAPI 3.1 document at /openapi.json",
                    "crud",
                    "list, add, show, replace and remove",
                    "pagination",
                    "the list is read page by page",
                    "validation",
                    "every mistake in a body is named at once",
                    "health",
                    "/health answers whether the data is readable",
                    "tests",
                    "its own tests run in its build",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    private final TemplateSet templates = TemplateSet.load(ID);

    @Override
    public Fit fit(AppSpec spec) {
        List<String> refusals = OFFER.refusals(spec);
        if (!refusals.isEmpty()) {
            return Fit.refused(refusals);
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(ID + " gives a Java service that keeps " + noun(spec).pluralInWords() + " at "
                + JavaRestRecipe.collection(noun(spec)));
        reasons.addAll(OFFER.gifts(spec));
        return new Fit(true, reasons, List.of(ToolNeed.any(Tool.JAVA)));
    }

    @Override
    public GeneratedSource generate(AppSpec spec, String name) {
        JavaRestParameters parameters = new JavaRestParameters(
                name, JavaRestParameters.packageFor(name), noun(spec), spec.hasFeature(AUTHENTICATION));
        SortedMap<String, byte[]> files = templates.render(parameters.templateValues());
        requireBounded(files);
        return new GeneratedSource(ORIGIN, FileTree.of(files, Set.of()), JavaRestRecipe.of(parameters));
    }

    private static ResourceNoun noun(AppSpec spec) {
        return spec.entity().map(Trait::value).flatMap(ResourceNoun::of).orElse(ResourceNoun.ITEM);
    }

    private static void requireBounded(SortedMap<String, byte[]> files) {
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        if (files.size() > MAX_FILES || bytes > MAX_BYTES) {
            throw new IllegalStateException(ID + " wrote " + files.size() + " files of " + bytes + " bytes");
        }
    }
}
