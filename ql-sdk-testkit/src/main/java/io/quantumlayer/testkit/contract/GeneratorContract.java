package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.generator.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every generator promises. */
public abstract class GeneratorContract {
    private static final String NAME = "kit-application";

    private final KitCalls calls = new KitCalls(KitTime.real());
    private Generator generator;

    /** Only for subclasses. */
    protected GeneratorContract() {}

    /**
     * Creates the generator under test.
     *
     * @return the generator
     */
    protected abstract Generator generator();

    /**
     * Returns an application that it can give.
     *
     * @return the specification
     */
    protected abstract AppSpec fitting();

    /**
     * Returns an application that it cannot give.
     *
     * @return the specification, or empty if it can give every one
     */
    protected abstract Optional<AppSpec> unfit();

    @BeforeEach
    final void open() {
        generator = generator();
    }

    @Test
    @DisplayName("it says what it would give, the same each time")
    final void fits() {
        Fit fit = generator.fit(fitting());
        assertThat(fit.possible()).isTrue();
        assertThat(fit.reasons()).isNotEmpty().doesNotContain("");
        assertThat(generator.fit(fitting())).isEqualTo(fit);
    }

    @Test
    @DisplayName("it names what it cannot give")
    final void refuses() {
        unfit().ifPresent(spec -> {
            assertThat(generator.fit(spec).possible()).isFalse();
            assertThat(generator.fit(spec).reasons()).isNotEmpty().doesNotContain("");
        });
    }

    @Test
    @DisplayName("equal input gives equal bytes, in another instance too")
    final void isDeterministic() {
        GeneratedSource first = generate();
        generator = generator();
        GeneratedSource second = generate();
        assertThat(content(second.files())).isEqualTo(content(first.files()));
        assertThat(second.recipe()).isEqualTo(first.recipe());
        assertThat(second.origin()).isEqualTo(first.origin());
    }

    @Test
    @DisplayName("a source has files, a maker, and a way to run it")
    final void isComplete() {
        GeneratedSource source = generate();
        assertThat(source.files().paths()).isNotEmpty();
        assertThat(source.origin()).isNotBlank();
        assertThat(source.recipe().run()).isNotEmpty();
        assertThat(source.recipe().output()).isNotBlank();
    }

    @Test
    @DisplayName("its health is probed, and every probe has an absolute path")
    final void isProbed() {
        assertThat(generate().recipe().probes())
                .anyMatch(p -> p.proves() == Recipe.Purpose.HEALTH && p.status() == 200)
                .allMatch(p -> p.path().startsWith("/"));
    }

    private GeneratedSource generate() {
        return calls.done(() -> generator.generate(calls.call("generate"), fitting(), NAME));
    }

    private static Map<String, String> content(FileTree files) {
        Map<String, String> content = new TreeMap<>();
        for (String path : files.paths()) {
            String text = new String(files.content(path), StandardCharsets.ISO_8859_1);
            content.put(path + (files.executable(path) ? " *" : ""), text);
        }
        return content;
    }
}
