package io.quantumlayer.blueprints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, before anything is built. */
final class TemplateSetTest {
    private static final ResourceNoun NOUN = new ResourceNoun("todo", "todos");
    private static final int MAX_LINES = 200;
    private static final int MAX_COLUMNS = 120;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void equalParametersGiveEqualBytes(boolean authentication) {
        ServiceParameters parameters = GeneratedProject.parameters("todo", NOUN, authentication);
        SortedMap<String, byte[]> first = GeneratedProject.render(parameters);
        SortedMap<String, byte[]> second = TemplateSet.load("java-rest").render(parameters.templateValues());

        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((path, content) -> assertThat(second.get(path)).as(path).isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFileIsShortAndTidy(boolean authentication) {
        GeneratedProject.render(GeneratedProject.parameters("todo", NOUN, authentication))
                .forEach((path, content) -> {
                    String text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text)
                            .as(path)
                            .doesNotContain("{{")
                            .doesNotContain("}}")
                            .doesNotContain("\n\n\n")
                            .endsWith("\n");
                    assertThat(text.lines().count()).as(path).isLessThanOrEqualTo(MAX_LINES);
                    assertThat(text.lines().filter(line -> untidy(path, line)))
                            .as(path)
                            .isEmpty();
                });
    }

    private static boolean untidy(String path, String line) {
        boolean tooLong = path.endsWith(".java") && line.length() > MAX_COLUMNS;
        return tooLong || !line.equals(line.stripTrailing());
    }

    @Test
    void onlyTheServiceWithAuthenticationHoldsItsCode() {
        assertThat(GeneratedProject.render(GeneratedProject.parameters("todo", NOUN, true)))
                .containsKey("src/main/java/app/todo/auth/Tokens.java");
        GeneratedProject.render(GeneratedProject.parameters("todo", NOUN, false))
                .forEach((path, content) -> {
                    assertThat(path).doesNotContain("auth");
                    assertThat(new String(content, StandardCharsets.UTF_8))
                            .as(path)
                            .doesNotContainIgnoringCase("bearer");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "..", "../x", "/", "a/b", "a\\b", "A", "Todo", "-a", "a-", "a b", "a\n", "a;b", "a\"b", "a'b",
                "a\u0000", "é", "todo$x", "${x}", "{{x}}", "a_b", "*/", "//", "9", "1a", "a--b", "a-1", "con.", "a.b"
            })
    void hostileNounsAreRefused(String noun) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceNoun(noun, "things"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceNoun("thing", noun));
    }

    @Test
    void overlongNamesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceNoun("a".repeat(41), "things"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceParameters("a".repeat(64), "app.todo", NOUN, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceParameters("todo", "a".repeat(121), NOUN, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a-", "a.b", "a b", "a\"b", "a\nb", "../a", "{{x}}", "\u0661"})
    void hostileServiceNamesAreRefused(String service) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceParameters(service, "app.todo", NOUN, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "app.",
                ".app",
                "app..x",
                "App",
                "app.class",
                "int",
                "java",
                "java.util",
                "javax.x",
                "app/x",
                "app.x;",
                "app.\u00e9",
                "app.1x",
                "app x",
                "app._",
                "app.x\n"
            })
    void hostilePackagesAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceParameters("todo", name, NOUN, true));
    }

    @Test
    void everyServiceNameHasAPackage() {
        List<String> services = List.of("todo", "my-todo", "class", "int", "9", "1-a", "true", "a".repeat(63));
        assertThat(services)
                .allSatisfy(
                        service -> new ServiceParameters(service, ServiceParameters.packageFor(service), NOUN, true));
        assertThat(ServiceParameters.packageFor("my-todo")).isEqualTo("app.mytodo");
        assertThat(ServiceParameters.packageFor("class")).isEqualTo("app.serviceclass");
    }
}
