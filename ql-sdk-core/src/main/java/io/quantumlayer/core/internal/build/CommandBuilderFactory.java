package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import java.util.List;
import java.util.function.UnaryOperator;

/** Creates the builder that core brings along. */
public final class CommandBuilderFactory implements ArtifactBuilderFactory {
    static final Setting CACHE = new Setting(
            "cache",
            "folder for the caches of uv, pip, npm and Maven, shared by all tenants; empty for one a tenant below home",
            "",
            false);

    private final UnaryOperator<String> redactor;

    /**
     * Creates the factory.
     *
     * @param redactor takes known secrets out of a build's output
     */
    public CommandBuilderFactory(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return CommandBuilder.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of(CACHE, Outbound.PROXY, Outbound.CERTIFICATES);
    }

    @Override
    public ArtifactBuilder create(ExtensionContext context) {
        return new CommandBuilder(context, redactor);
    }
}
