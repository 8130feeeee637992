package io.quantumlayer.image.jib;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.image.jib.internal.Build;
import io.quantumlayer.image.jib.internal.Delivery;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Builds images with Jib's reproducible layers on a base that is taken over unchanged. Thread-safe.
 *
 * <p>The cache folder holds bases by digest and layers by content; it may be removed at any time between builds. With a
 * base in the cache a build for a tar file or a layout needs no network.
 */
public final class JibImageBuilder implements ImageBuilder {
    private final Path cache;
    private final ImageRegistry registry;

    private JibImageBuilder(Path cache, ImageRegistry registry) {
        this.cache = cache;
        this.registry = registry;
    }

    /**
     * Creates a builder; touches neither files nor network.
     *
     * @param cache the folder that the builder keeps bases and layers in
     * @param registry reads bases and takes images
     * @return the builder
     */
    public static JibImageBuilder create(Path cache, ImageRegistry registry) {
        return new JibImageBuilder(cache, registry);
    }

    @Override
    public BuiltImage build(CallContext context, ImageSpec spec, ImageTarget target, Consumer<String> progress) {
        return new Build(cache, registry, context, progress).run(spec, target);
    }

    @Override
    public void push(CallContext context, Path layout, ImageReference target) {
        new Delivery(registry, context, layout).push(target);
    }
}
