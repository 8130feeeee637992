package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.core.internal.artifact.TreeScan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises the directory that a plan gives, and takes it into the artifact store. Nothing of it is run, and nothing
 * is written into it. Thread-safe.
 */
public final class SourceRecognition {
    private static final List<Recognizer> BUILT =
            List.of(new MavenRecognizer(), new PythonRecognizer(true), new NodeRecognizer());
    private static final List<Recognizer> PLAIN =
            List.of(new PlainJavaRecognizer(), new PythonRecognizer(false), new StaticRecognizer());

    private final Toolchain tools;

    /**
     * Creates a recognition.
     *
     * @param tools the tools of this machine
     */
    public SourceRecognition(Toolchain tools) {
        this.tools = tools;
    }

    /**
     * A source that was taken.
     *
     * @param digest its digest in the artifact store
     * @param recipe how it is built, started and probed
     * @param seen what was recognised from which file, one line each
     */
    public record Taken(Digest digest, Recipe recipe, List<String> seen) {
        /** Copies the list. */
        public Taken {
            seen = List.copyOf(seen);
        }
    }

    /**
     * Says whether a plan gives a directory.
     *
     * @param plan the plan
     * @return whether there is something to recognise
     */
    public static boolean applies(DeploymentPlan plan) {
        return plan.source().kind() == Source.Kind.SOURCE_DIRECTORY
                || plan.source().kind() == Source.Kind.STATIC_SITE;
    }

    /**
     * Puts what was recognised into a specification.
     *
     * @param plan a plan that gives a directory
     * @param spec the specification by the plan alone
     * @return the specification with language and framework, if the plan states none
     * @throws QuantumLayerException of type validation if nothing, or more than one thing, is recognised
     */
    public AppSpec analyzed(DeploymentPlan plan, AppSpec spec) {
        Optional<Recognized> found = recognized(plan, given(plan));
        if (found.isEmpty()) {
            return spec;
        }
        Recognized.Shape shape = found.get().shape();
        String sign = shape.sign();
        Trait<AppKind> kind = Trait.inferred(shape.kind(), sign);
        Optional<Trait<String>> language =
                spec.language().or(() -> Optional.of(Trait.inferred(shape.language(), sign)));
        Optional<Trait<String>> framework = spec.framework()
                .or(() -> Optional.of(shape.framework())
                        .filter(name -> !name.isEmpty())
                        .map(name -> Trait.inferred(name, sign)));
        AppSpecBuilder builder = spec.toBuilder();
        if (plan.source().kind() == Source.Kind.SOURCE_DIRECTORY) {
            builder.kind(kind);
        }
        language.ifPresent(builder::language);
        framework.ifPresent(builder::framework);
        return builder.build();
    }

    /**
     * Says what keeps a given directory from being built here.
     *
     * @param plan a plan that gives a directory
     * @return the tool that is missing, if one is
     * @throws QuantumLayerException of type validation if nothing, or more than one thing, is recognised
     */
    public Optional<Failure> missing(DeploymentPlan plan) {
        List<ToolNeed> needs = recognized(plan, given(plan)).stream()
                .flatMap(found -> found.recipe().tools().stream())
                .filter(tool -> tool != Tool.JAVA)
                .map(ToolNeed::any)
                .toList();
        return tools.missing(needs);
    }

    /**
     * Says what was recognised from which file.
     *
     * @param plan a plan that gives a directory
     * @return one line each
     */
    public List<String> seen(DeploymentPlan plan) {
        Given given = given(plan);
        return seen(given, recognized(plan, given));
    }

    private static List<String> seen(Given given, Optional<Recognized> found) {
        List<String> seen =
                new ArrayList<>(found.map(Recognized::seen).orElse(List.of("taken as it is, for the plan's command")));
        given.checkout().ifPresent(git -> seen.add(told(git)));
        return List.copyOf(seen);
    }

    /**
     * Takes the source.
     *
     * @param plan a plan that gives a directory
     * @param artifacts where it is stored
     * @return the source; what Git ignores is left out
     */
    public Taken take(DeploymentPlan plan, ArtifactStore artifacts) {
        Given given = given(plan);
        Optional<Recognized> found = recognized(plan, given);
        Map<String, byte[]> added = new TreeMap<>();
        found.map(Recognized::added)
                .orElse(Map.of())
                .forEach((path, text) -> added.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Digest digest = artifacts.put(given.folder(), given.rules(), FileTree.of(added, Set.of()));
        boolean stated = !plan.healthPath().equals(DeploymentPlan.DEFAULT_HEALTH_PATH)
                || !plan.command().isEmpty();
        Recipe recipe = found.map(Recognized::recipe)
                .map(made -> stated ? withoutProbes(made) : made)
                .orElseGet(() -> new Recipe(List.of(), ".", plan.command(), Map.of(), List.of()));
        return new Taken(digest, recipe, seen(given, found));
    }

    /** The health path of the plan counts. */
    private static Recipe withoutProbes(Recipe made) {
        return new Recipe(made.build(), made.output(), made.run(), made.secrets(), List.of());
    }

    private record Given(Path folder, IgnoreRules rules, Optional<GitCheckout> checkout, GivenTree tree) {}

    private static Given given(DeploymentPlan plan) {
        String path = plan.source() instanceof Source.SourceDirectory directory
                ? directory.path()
                : ((Source.StaticSite) plan.source()).path();
        Path folder = Path.of(path).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw Refusal.unrecognized("the directory " + folder + " is not there");
        }
        Optional<GitCheckout> checkout = GitCheckout.around(folder);
        IgnoreRules rules =
                IgnoreRules.of(folder, checkout.map(GitCheckout::root).orElse(folder));
        GivenTree tree = new GivenTree(TreeScan.files(folder, rules));
        return new Given(folder, rules, checkout, tree);
    }

    private static String told(GitCheckout git) {
        return git.commit().isEmpty()
                ? "Git checkout without a commit"
                : "Git checkout of commit " + git.commit() + ", by its files; changes since are not told apart";
    }

    /** Empty if the plan's command starts what nobody recognises. */
    private static Optional<Recognized> recognized(DeploymentPlan plan, Given given) {
        try {
            Hints hints = Hints.of(given.tree());
            return Optional.of(
                    plan.source().kind() == Source.Kind.STATIC_SITE
                            ? new StaticRecognizer().recognize(given.tree(), hints)
                            : choose(plan, given.tree()).recognize(given.tree(), hints));
        } catch (QuantumLayerException refused) {
            if (plan.command().isEmpty()) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private static Recognizer choose(DeploymentPlan plan, GivenTree tree) {
        List<Recognizer> built = fitting(plan, tree, BUILT);
        if (built.size() > 1) {
            throw Refusal.ambiguous(
                    "kind of build",
                    signs(built, tree),
                    "state the plan's language, "
                            + built.stream().map(Recognizer::language).collect(Collectors.joining(" or ")));
        }
        List<Recognizer> plain = built.isEmpty() ? fitting(plan, tree, PLAIN) : built;
        return plain.stream().findFirst().orElseThrow(() -> nothing(plan, tree));
    }

    private static List<Recognizer> fitting(DeploymentPlan plan, GivenTree tree, List<Recognizer> all) {
        return all.stream()
                .filter(one -> plan.language().map(one::speaks).orElse(true))
                .filter(one -> one.sign(tree).isPresent())
                .toList();
    }

    private static List<String> signs(List<Recognizer> found, GivenTree tree) {
        return found.stream().flatMap(one -> one.sign(tree).stream()).toList();
    }

    private static QuantumLayerException nothing(DeploymentPlan plan, GivenTree tree) {
        String looked = Stream.concat(BUILT.stream(), PLAIN.stream())
                .map(Recognizer::looksFor)
                .collect(Collectors.joining("; "));
        List<String> below = tree.folders().stream()
                .filter(folder -> !fitting(plan, tree.within(folder), BUILT).isEmpty())
                .toList();
        String hint = below.isEmpty()
                ? "; state the plan's command to deploy it as it is"
                : "; give one of these folders as the sourceDirectory instead: " + String.join(", ", below);
        String language = plan.language().map(name -> " in " + name).orElse("");
        return Refusal.unrecognized("nothing" + language + " was recognised in the "
                + tree.paths().size() + " files of the source; looked for " + looked + hint);
    }
}
