package io.quantumlayer.security.sbom;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageOrigin;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.image.ImageStatements;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.security.internal.sbom.SignedSummary;
import io.quantumlayer.security.signing.Attestation;
import java.nio.file.Path;
import java.util.List;

/** Writes CycloneDX bills of materials and SLSA provenance about images. Thread-safe. */
public final class ImageRecords implements ImageStatements {
    private final ImageRegistry registry;

    private ImageRecords(ImageRegistry registry) {
        this.registry = registry;
    }

    /**
     * Creates a writer.
     *
     * @param registry where the images are
     * @return the writer
     */
    public static ImageRecords of(ImageRegistry registry) {
        return new ImageRecords(registry);
    }

    @Override
    public ImageStatement materials(CallContext context, ImageReference image, Path room) {
        Sbom sbom = ImageSbom.of(context, registry, image, room);
        return new ImageStatement(Attestation.CYCLONEDX, sbom.toCycloneDx());
    }

    @Override
    public ImageStatement provenance(ImageOrigin origin) {
        Provenance provenance = Provenance.of(origin.invocation(), origin.started(), origin.finished());
        origin.materials().forEach(provenance::addMaterial);
        return new ImageStatement(Attestation.PROVENANCE, provenance.toJson());
    }

    @Override
    public List<String> predicateTypes() {
        return List.of(Attestation.CYCLONEDX, Attestation.PROVENANCE);
    }

    @Override
    public String summary(String predicateType, String statement) {
        return SignedSummary.of(predicateType, statement);
    }
}
