package io.quantumlayer.blueprints;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.blueprints.internal.BlueprintGenerator;
import java.util.List;

/**
 * Creates the generator that fills in built-in blueprints, under the id {@code blueprints}.
 *
 * <p>It needs nothing from its context: no home, no secret, no network. Safe for use by many threads.
 */
public final class BlueprintGeneratorFactory implements GeneratorFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public BlueprintGeneratorFactory() {}

    @Override
    public String id() {
        return BlueprintGenerator.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Generator create(ExtensionContext context) {
        return BlueprintGenerator.withBuiltInBlueprints();
    }
}
