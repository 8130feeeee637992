package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.nio.file.Path;
import java.util.List;

/** Writes what is attested about images. Thread-safe. */
public interface ImageStatements {
    /**
     * Lists what an image that is in its registry is made of.
     *
     * @param context the call
     * @param image the image, by digest
     * @param room a folder for unpacked files, which are removed again
     * @return a bill of materials
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if there is no such image, of type
     *     resource if it is larger than is bearable, or as the registry says
     */
    ImageStatement materials(CallContext context, ImageReference image, Path room);

    /**
     * Says how an image came about, claiming no more than the builder can know of itself. Pure.
     *
     * @param origin what the builder says
     * @return the provenance
     */
    ImageStatement provenance(ImageOrigin origin);

    /**
     * Returns the kinds of statement that it writes.
     *
     * @return the predicate types of materials and provenance, in this order; both must be attested before an image is
     *     started
     */
    List<String> predicateTypes();

    /**
     * Says in one line what a statement says whose signature was verified, whoever wrote it. Pure.
     *
     * @param predicateType the kind of statement
     * @param statement the in-toto statement, exactly as it was signed
     * @return such as the number of components and what is known to be missing
     */
    String summary(String predicateType, String statement);
}
