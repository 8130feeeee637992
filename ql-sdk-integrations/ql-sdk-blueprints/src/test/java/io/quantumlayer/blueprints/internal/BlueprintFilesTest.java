package io.quantumlayer.blueprints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import io.quantumlayer.api.spi.process.Tool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every blueprint writes, looked at without running it. */
final class BlueprintFilesTest {
    private static final Pattern LOCKED = Pattern.compile("[0-9a-f]{64}  [A-Za-z0-9._-]+\\.jar");

    private static final ResourceNoun PATIENT = new ResourceNoun("patient", "patients");

    static Stream<Arguments> variants() {
        List<Arguments> variants = new ArrayList<>();
        for (TemplateBlueprint blueprint : List.of(
                new JavaRestBlueprint(),
                new PythonRestBlueprint(),
                new PythonDjangoBlueprint(),
                new StaticSiteBlueprint(),
                new SpringRestBlueprint(),
                new ReactSiteBlueprint())) {
            for (boolean authentication : List.of(true, false)) {
                for (String noun : List.of("todo", "patient", "shopping-list", "class", "user")) {
                    ResourceNoun resource = ResourceNoun.of(noun).orElseThrow();
                    variants.add(Arguments.of(blueprint, ServiceParameters.of("my-" + noun, resource, authentication)));
                }
            }
        }
        return variants.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void noTemplateTagIsLeftAndTheProjectIsComplete(TemplateBlueprint blueprint, ServiceParameters parameters) {
        Map<String, byte[]> files = blueprint.files(parameters);

        assertThat(files).containsKeys("README.md", "Dockerfile", ".gitignore", ".dockerignore");
        files.forEach((path, content) -> assertThat(text(content))
                .as(path)
                .doesNotContain("{{#", "{{/", "{{^", "<%#", "<%/", "{{=", "<%=", "{{path}}", "{{Resource}}", "\t\n")
                .endsWith("\n"));
        assertThat(text(files.get("Dockerfile"))).contains("USER 10001:10001");
        assertThat(text(files.get("README.md"))).startsWith("# " + parameters.service() + "\n");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void nothingIsLoadedFromAnotherAddress(TemplateBlueprint blueprint, ServiceParameters parameters) {
        blueprint
                .files(parameters)
                .forEach((path, content) -> assertThat(text(content))
                        .as(path)
                        .doesNotContain("https://cdn", "http://cdn", "//unpkg.com", "//fonts.googleapis.com"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void whatIsFetchedIsLockedWithHashes(TemplateBlueprint blueprint, ServiceParameters parameters) {
        Map<String, byte[]> files = blueprint.files(parameters);
        files.forEach((path, content) -> {
            if (path.matches("requirements(-test)?\\.txt")) {
                String[] packages = text(content).split("\n(?=\\S)");
                assertThat(packages)
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each)
                                .matches("(?s)[a-z0-9-]+==\\S+ .*\\\\\n.*")
                                .contains("--hash=sha256:"));
            }
            if (path.equals("libraries.sha256")) {
                assertThat(text(content).lines()).hasSizeGreaterThan(50).allMatch(LOCKED.asMatchPredicate());
            }
            if (path.equals("package-lock.json")) {
                String[] packages = text(content).split("\n(?=    \"node_modules/)");
                assertThat(packages).hasSizeGreaterThan(10);
                assertThat(List.of(packages).subList(1, packages.length))
                        .allSatisfy(each -> assertThat(each).contains("\"integrity\": \"sha512-"));
            }
        });
        for (Recipe.Command command : blueprint.recipe(parameters).build()) {
            boolean installs = Tool.in(command.words()).contains(Tool.PIP);
            boolean resolves = String.join(" ", command.words()).contains(":resolve");
            boolean takesFromLock =
                    List.of("{npm}", "ci").equals(command.words().subList(0, 2));
            assertThat(command.fetches()).isEqualTo(installs || resolves || takesFromLock);
            assertThat(String.join(" ", command.words()).contains("--require-hashes"))
                    .isEqualTo(installs);
        }
    }

    @Test
    void whoMustLogInIsProbedWithoutAndWithAWrongToken() {
        for (boolean authentication : List.of(true, false)) {
            ServiceParameters parameters = ServiceParameters.of("clinic", PATIENT, authentication);
            assertThat(new PythonRestBlueprint().recipe(parameters).probes())
                    .filteredOn(probe -> probe.proves() == Purpose.AUTHENTICATION)
                    .hasSize(authentication ? 2 : 0)
                    .allSatisfy(probe -> assertThat(probe.path()).isEqualTo("/api/patients"))
                    .allSatisfy(probe -> assertThat(probe.status()).isEqualTo(401));
            assertThat(new PythonDjangoBlueprint().recipe(parameters).probes()).hasSize(3);
        }
    }

    @Test
    void peopleHaveABirthdayAndTasksAnEnd() {
        ServiceParameters patients = ServiceParameters.of("clinic", PATIENT, true);
        assertThat(text(new PythonDjangoBlueprint().files(patients).get("app/models.py")))
                .contains("class Patient(models.Model)", "date_of_birth");
        ServiceParameters todos = ServiceParameters.of("todo", new ResourceNoun("todo", "todos"), true);
        assertThat(text(new PythonDjangoBlueprint().files(todos).get("app/models.py")))
                .doesNotContain("date_of_birth");
        assertThat(text(new PythonRestBlueprint().files(todos).get("app/entries.py")))
                .contains("done: bool = False");
        assertThat(text(new PythonRestBlueprint().files(patients).get("app/entries.py")))
                .doesNotContain("done");
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
