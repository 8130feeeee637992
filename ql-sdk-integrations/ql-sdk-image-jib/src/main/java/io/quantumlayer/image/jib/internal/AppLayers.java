package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Makes the application's own layers with Jib: an OCI layout on nothing. */
final class AppLayers {
    private static final FilePermissions PLAIN = FilePermissions.fromOctalString("644");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final Instant FIXED = Instant.EPOCH.plusSeconds(1);

    private final Path cache;

    AppLayers(Path cache) {
        this.cache = cache;
    }

    PlatformImage make(ImageSpec spec, Path staging) throws IOException, InterruptedException {
        List<ImageLayer> layers = new ArrayList<>();
        if (spec.base().kind() == ImageBase.Kind.DIRECTORY) {
            layers.add(new ImageLayer("base", SourceFiles.below(((ImageBase.Directory) spec.base()).path(), "")));
        }
        layers.addAll(spec.layers());
        JibContainerBuilder builder =
                Jib.fromScratch().setFormat(ImageFormat.OCI).setCreationTime(Instant.EPOCH);
        for (ImageLayer layer : layers) {
            builder.addFileEntriesLayer(entries(layer));
        }
        Path tar = staging.resolve("jib.tar");
        Path layout = Files.createDirectories(staging.resolve("jib"));
        run(builder, tar);
        Archives.unpack(tar, layout);
        Files.delete(tar);
        return read(layout);
    }

    private static FileEntriesLayer entries(ImageLayer layer) {
        FileEntriesLayer.Builder entries = FileEntriesLayer.builder().setName(layer.name());
        for (Map.Entry<String, Path> file : layer.files().entrySet()) {
            Path source = file.getValue();
            if (!Files.isRegularFile(source)) {
                throw Refusals.input("file", "The file " + source + " is not there or is no plain file.");
            }
            FilePermissions mode = SourceFiles.isProgram(source) ? PROGRAM : PLAIN;
            entries.addEntry(source, AbsoluteUnixPath.get(file.getKey()), mode, FIXED, "0:0");
        }
        return entries.build();
    }

    private void run(JibContainerBuilder builder, Path tar) throws IOException, InterruptedException {
        try {
            builder.containerize(Containerizer.to(TarImage.at(tar).named("ql-sdk/app"))
                    .setApplicationLayersCache(cache.resolve("layers"))
                    .setBaseImageLayersCache(cache.resolve("jib"))
                    .setOfflineMode(true)
                    .setToolName("ql-sdk"));
        } catch (ExecutionException e) {
            throw Refusals.failed("The layers could not be made", e.getCause() == null ? e : e.getCause());
        } catch (InvalidImageReferenceException | RegistryException | CacheDirectoryCreationException e) {
            throw Refusals.failed("The layers could not be made", e);
        }
    }

    private static PlatformImage read(Path layout) throws IOException {
        BlobFolder blobs = new BlobFolder(layout);
        ObjectNode index = Json.object(Files.readAllBytes(layout.resolve("index.json")), "Jib's index");
        JsonNode entry = index.path("manifests").path(0);
        ObjectNode manifest = Json.object(blobs.read(Json.descriptor(entry).digest()), "Jib's manifest");
        return PlatformImage.of(manifest, blobs);
    }
}
