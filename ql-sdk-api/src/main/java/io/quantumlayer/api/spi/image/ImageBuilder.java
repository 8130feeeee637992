package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Builds images without a daemon or root. Thread-safe; a call blocks until the image is there, the context is cancelled
 * or the thread is interrupted.
 *
 * <p>Equal specs and files give an equal digest on one Java version, whatever the folder, time, locale or user. A
 * target appears complete or not at all, and a cancelled build leaves nothing but its cache.
 */
public interface ImageBuilder {
    /**
     * Builds an image.
     *
     * @param context the call
     * @param spec what goes into it
     * @param target where it goes
     * @param progress told of each stage in a sentence, on the calling thread
     * @return what was built
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if files or base are not as the spec
     *     says, dependency if the base cannot be had, timeout if the call was cancelled, or as the registry says
     */
    BuiltImage build(CallContext context, ImageSpec spec, ImageTarget target, Consumer<String> progress);

    /**
     * Brings an image that was built as a layout to a registry. Pushing again changes nothing.
     *
     * @param context the call
     * @param layout the folder that {@link #build} made
     * @param target the repository and tag
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the folder is not what was built,
     *     timeout if the call was cancelled, or as the registry says
     */
    void push(CallContext context, Path layout, ImageReference target);
}
