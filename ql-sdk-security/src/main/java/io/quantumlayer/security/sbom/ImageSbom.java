package io.quantumlayer.security.sbom;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.security.PackageInventory;
import io.quantumlayer.security.internal.sbom.FolderDigest;
import io.quantumlayer.security.internal.sbom.ImageFiles;
import io.quantumlayer.security.internal.sbom.UnpackedImage;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.Inventory;
import io.quantumlayer.security.inventory.PackageScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes bills of materials from what lies in an image or folder: lock files and jars. Nothing is started. */
public final class ImageSbom {
    private ImageSbom() {}

    /**
     * Reads an image's layers and lists what they hold. Packages of the operating system are named as a gap.
     *
     * @param context the call
     * @param registry where the image is
     * @param image the image; a tag is resolved first
     * @param room a folder for the unpacked files, which are removed again
     * @return the bill of materials of the image's digest
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if there is no such image, of type
     *     resource if it is larger than is bearable, or as the registry says
     */
    public static Sbom of(CallContext context, ImageRegistry registry, ImageReference image, Path room) {
        try (UnpackedImage unpacked = new ImageFiles(registry, context, room).unpack(image)) {
            Inventory inventory = PackageInventory.ofSystem(unpacked.root());
            SbomSubject subject = new SbomSubject(SbomSubject.Kind.CONTAINER, image.name(), unpacked.digest());
            return of(subject, inventory, unpacked.gaps());
        }
    }

    /**
     * Lists what a folder holds. Its digest is taken over the sorted list of its files, each with its own digest.
     *
     * @param folder the folder, only to be read
     * @return the bill of materials
     * @throws io.quantumlayer.api.error.QuantumLayerException of type resource if it holds more than is bearable, of
     *     type validation if it is not a folder
     */
    public static Sbom of(Path folder) {
        Inventory inventory = PackageInventory.of(folder);
        String name = folder.toAbsolutePath().normalize().getFileName() + "";
        SbomSubject subject = new SbomSubject(SbomSubject.Kind.APPLICATION, name, FolderDigest.of(folder));
        return of(subject, inventory, List.of());
    }

    private static Sbom of(SbomSubject subject, Inventory inventory, List<String> more) {
        List<Component> components =
                inventory.packages().stream().map(ImageSbom::component).toList();
        List<String> gaps = new ArrayList<>(more);
        gaps.addAll(inventory.gaps());
        inventory.unreadable().forEach(file -> gaps.add("Not understood: " + file));
        if (inventory.files().isEmpty()) {
            gaps.add("No lock file and no jar was found.");
        }
        return Sbom.of(subject, components, gaps);
    }

    private static Component component(FoundPackage found) {
        return new Component(found.purl(), found.name(), found.version(), found.scope() == PackageScope.RUNTIME);
    }
}
