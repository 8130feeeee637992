package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates the builder that core brings along. */
public final class CommandBuilderFactory implements ArtifactBuilderFactory {
    private final Path java;
    private final UnaryOperator<String> redactor;

    /**
     * Creates the factory.
     *
     * @param java the {@code java} program that stands for {@code {java}} in a recipe
     * @param redactor takes known secrets out of a build's output
     */
    public CommandBuilderFactory(Path java, UnaryOperator<String> redactor) {
        this.java = java;
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return CommandBuilder.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public ArtifactBuilder create(ExtensionContext context) {
        return new CommandBuilder(context, java, redactor);
    }
}
