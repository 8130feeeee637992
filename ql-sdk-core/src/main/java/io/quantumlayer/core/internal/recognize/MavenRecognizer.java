package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maven projects: Spring Boot, Quarkus or a main class; of several modules, the one that can be started. */
final class MavenRecognizer implements Recognizer {
    private static final String POM = "pom.xml";
    private static final String DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
    private static final String MAVEN = "{maven} -B -ntp -q -Dmaven.test.skip=true ";
    private static final int DEPTH = 4;

    private record Module(String folder, Pom pom, GivenTree tree) {
        String path(String name) {
            return folder.isEmpty() ? name : folder + "/" + name;
        }

        boolean isSpring() {
            return pom.plugin("spring-boot-maven-plugin");
        }

        boolean isQuarkus() {
            return pom.plugin("quarkus-maven-plugin");
        }

        boolean canBeStarted() {
            return !pom.packaging().equals("pom")
                    && (isSpring() || isQuarkus() || !JavaMain.classes(tree).isEmpty());
        }
    }

    @Override
    public String language() {
        return "java";
    }

    @Override
    public String looksFor() {
        return POM;
    }

    @Override
    public Optional<String> sign(GivenTree tree) {
        return tree.has(POM) ? Optional.of(POM) : Optional.empty();
    }

    @Override
    public Recognized recognize(GivenTree tree, Hints hints) {
        Map<String, Module> modules = new LinkedHashMap<>();
        collect(tree, "", modules, 0);
        Module module = runnable(modules);
        String framework = module.isSpring() ? "spring-boot" : module.isQuarkus() ? "quarkus" : "";
        List<String> seen = new ArrayList<>(hints.seen());
        seen.add(module.path(POM) + ": Maven" + (framework.isEmpty() ? "" : ", " + framework)
                + (modules.size() > 1 ? ", the one of " + modules.size() + " modules that can be started" : ""));
        Recipe recipe = new Recipe(
                List.of(
                        fetch(module, modules.size() > 1),
                        Command.offline("sh", "-ec", build(module, modules.size() > 1))),
                ".",
                hints.command().contains("target/") ? hints.start("").orElseThrow() : run(module, seen),
                Map.of(),
                List.of(probe(module)));
        Recognized.Shape shape = new Recognized.Shape(AppKind.API, "java", framework, module.path(POM));
        return new Recognized(shape, recipe, Map.of(), seen);
    }

    private static void collect(GivenTree tree, String folder, Map<String, Module> found, int depth) {
        GivenTree part = folder.isEmpty() ? tree : tree.within(folder);
        if (depth > DEPTH || found.containsKey(folder) || !part.has(POM)) {
            return;
        }
        Pom pom = Pom.read(part, POM);
        found.put(folder, new Module(folder, pom, part));
        pom.modules().forEach(name -> collect(tree, folder.isEmpty() ? name : folder + "/" + name, found, depth + 1));
    }

    private static Module runnable(Map<String, Module> modules) {
        List<Module> candidates =
                modules.values().stream().filter(Module::canBeStarted).toList();
        List<Module> framed = candidates.stream()
                .filter(module -> module.isSpring() || module.isQuarkus())
                .toList();
        List<Module> best = framed.isEmpty() ? candidates : framed;
        if (best.isEmpty()) {
            throw Refusal.unrecognized(
                    "pom.xml is there, but no module that can be started: looked for spring-boot-maven-plugin,"
                            + " quarkus-maven-plugin and a class with a public static main method");
        }
        if (best.size() > 1) {
            throw Refusal.ambiguous(
                    "module that can be started",
                    best.stream().map(module -> module.path(POM)).toList(),
                    "state the plan's command, with the directory built already");
        }
        return best.get(0);
    }

    /**
     * The build's plugins, what Maven hands to them unasked, and libraries in the versions that Maven itself chooses;
     * nothing is compiled. Of several modules none is there for the others yet: all that is foreign is fetched, and
     * what is missing in the end stops the build. What Quarkus builds with stands in no pom; its own goal knows it.
     */
    private static Command fetch(Module module, boolean several) {
        String unasked = DEPENDENCIES + "get -Dartifact=org.codehaus.plexus:plexus-utils:1.1 -Dtransitive=false ";
        String goals = DEPENDENCIES + "resolve-plugins " + unasked + DEPENDENCIES + "resolve"
                + (module.isQuarkus() ? " quarkus:go-offline" : "") + "\n";
        return Command.fetching("sh", "-ec", MAVEN + (several ? "-fn " : "") + goals);
    }

    private static String build(Module module, boolean several) {
        String only = several ? "-pl " + module.folder() + " -am " : "";
        String offline = MAVEN + "-o ";
        String target = module.path("target");
        String made = "rm -rf " + Commands.OWN + "\nmkdir " + Commands.OWN + "\n";
        if (module.isQuarkus()) {
            return offline + only + "package\n" + made + "cp -R " + target + "/quarkus-app " + Commands.OWN + "/app\n";
        }
        String copied = module.isSpring()
                ? ""
                : " " + DEPENDENCIES + "copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/ql-lib";
        return offline + only + "package" + copied + "\n" + made
                + "for jar in " + target + "/*.jar; do case $jar in *-sources.jar|*-javadoc.jar|*/original-*) ;; *)"
                + " cp \"$jar\" " + Commands.OWN + "/app.jar;; esac; done\n"
                + "if [ -d " + target + "/ql-lib ]; then cp -R " + target + "/ql-lib " + Commands.OWN + "/lib; fi\n"
                + "test -f " + Commands.OWN + "/app.jar\n";
    }

    private static List<String> run(Module module, List<String> seen) {
        if (module.isSpring()) {
            return Commands.start(
                    "--server.port=\"$PORT\" --server.address=127.0.0.1", "{java}", "-jar", Commands.OWN + "/app.jar");
        }
        if (module.isQuarkus()) {
            return List.of(
                    "/bin/sh",
                    "-c",
                    "exec {java} -Dquarkus.http.port=\"$PORT\" -Dquarkus.http.host=127.0.0.1 -jar " + Commands.OWN
                            + "/app/quarkus-run.jar");
        }
        String main = JavaMain.only(module.tree(), module.path("src"));
        seen.add("Java sources: started by class " + main);
        return List.of("{java}", "-cp", Commands.OWN + "/app.jar:" + Commands.OWN + "/lib/*", main);
    }

    private static Probe probe(Module module) {
        if (module.pom().dependency("spring-boot-starter-actuator")) {
            return new Probe("/actuator/health", 200, "", Purpose.HEALTH);
        }
        return module.pom().dependency("quarkus-smallrye-health")
                ? new Probe("/q/health", 200, "", Purpose.HEALTH)
                : Probe.answer("/");
    }
}
