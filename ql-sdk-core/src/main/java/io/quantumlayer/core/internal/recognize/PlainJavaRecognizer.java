package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Java sources without a build tool, with the jars they use in {@code lib}. */
final class PlainJavaRecognizer implements Recognizer {
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final String RESOURCES = "src/main/resources";

    @Override
    public String language() {
        return "java";
    }

    @Override
    public String looksFor() {
        return "*.java with a main method";
    }

    @Override
    public Optional<String> sign(GivenTree tree) {
        return tree.ending(".java").findFirst();
    }

    @Override
    public Recognized recognize(GivenTree tree, Hints hints) {
        GRADLE.stream().filter(tree::has).findFirst().ifPresent(file -> {
            throw Refusal.unrecognized(file + " is Gradle's, and only Maven builds Java here: give the folder that"
                    + " 'gradle installDist' has filled, with the plan's command to start it");
        });
        String root = tree.ending(".java").allMatch(path -> path.startsWith("src/")) ? "src" : ".";
        List<String> seen = new ArrayList<>(hints.seen());
        List<String> run = hints.start("").orElseGet(() -> {
            String main = JavaMain.only(tree, "the source");
            seen.add("Java sources: started by class " + main);
            return Commands.start("", "{java}", "-cp", Commands.OWN + "/classes:lib/*:" + RESOURCES, main);
        });
        String find = "find " + root + " -name '*.java' -not -path '*/test/*' -not -path '*/tests/*' > /tmp/sources";
        String compile = Commands.javac("-d " + Commands.OWN + "/classes -cp 'lib/*' @/tmp/sources");
        Recipe recipe = new Recipe(
                List.of(Commands.script(find + "\n" + compile)), ".", run, Map.of(), List.of(Probe.answer("/")));
        String sign = sign(tree).orElseThrow();
        return new Recognized(new Recognized.Shape(AppKind.API, "java", "", sign), recipe, Map.of(), seen);
    }
}
