package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageLayer;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.image.jib.JibImageBuilder;
import io.quantumlayer.registry.oci.OciRegistry;
import io.quantumlayer.security.signing.SignatureLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Images of one repository, and what an attacker who may write to it can do to their signatures. */
final class SignedImages {
    private static final Pattern LAYERS = Pattern.compile("\"layers\":\\s*\\[(.*?)]", Pattern.DOTALL);
    private static final Pattern DESCRIPTOR =
            Pattern.compile("\"digest\":\\s*\"(sha256:[0-9a-f]{64})\"|\"size\":\\s*([0-9]+)");

    private final OciRegistry registry = OciRegistry.create().build();
    private final CallContext context;
    private final String host;
    private final Path folder;

    SignedImages(CallContext context, String host, Path folder) {
        this.context = context;
        this.host = host;
        this.folder = folder;
    }

    OciRegistry registry() {
        return registry;
    }

    CallContext context() {
        return context;
    }

    /** What is done to the blobs and to the annotations of whatever holds a signature. */
    record Change(UnaryOperator<String> blobs, UnaryOperator<String> annotations) {}

    /** Builds an image as different as its text and gives it by digest. */
    ImageReference image(String tag, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + text), text);
        ImageSpec spec = ImageSpec.on(new ImageBase.Scratch())
                .addLayer(new ImageLayer("application", Map.of("/app/text", file)))
                .entrypoint(List.of("/app/text"))
                .build();
        ImageReference target = ImageReference.parse(host + "/acme/todo:" + tag);
        Digest digest = JibImageBuilder.create(folder.resolve("cache"), registry)
                .build(context, spec, new ImageTarget.Registry(target), stage -> {})
                .digest();
        return target.at(digest);
    }

    /** Replaces every signature or attestation of an image by one whose blobs and annotations were changed. */
    void spoil(ImageReference image, SignatureLayout layout, Change change) {
        for (ImageReference holder : holders(image, layout)) {
            String manifest = text(holder);
            String spoiled = change.annotations().apply(withSpoiledBlobs(image, manifest, change.blobs()));
            registry.delete(context, digest(holder));
            push(holder, spoiled, layout);
        }
    }

    /** Copies every signature and attestation of one image to another. */
    void copy(ImageReference from, ImageReference to, SignatureLayout layout) {
        String other = to.digest().orElseThrow().toString();
        int size = registry.manifest(context, to).orElseThrow().content().length;
        for (ImageReference holder : holders(from, layout)) {
            if (layout == SignatureLayout.TAG) {
                String suffix = holder.tag().orElseThrow().replaceFirst(".*\\.", ".");
                push(to.tagged(other.replace(':', '-') + suffix), text(holder), layout);
            } else {
                String own = from.digest().orElseThrow().toString();
                int ownSize = registry.manifest(context, from).orElseThrow().content().length;
                push(
                        holder,
                        text(holder)
                                .replace(own, other)
                                .replaceAll("\"size\":\\s*" + ownSize + "\\b", "\"size\":" + size),
                        layout);
            }
        }
    }

    /** Removes every signature and attestation of an image. */
    void strip(ImageReference image, SignatureLayout layout) {
        holders(image, layout).forEach(holder -> registry.delete(context, digest(holder)));
    }

    private List<ImageReference> holders(ImageReference image, SignatureLayout layout) {
        List<ImageReference> holders = new ArrayList<>();
        Digest digest = image.digest().orElseThrow();
        if (layout == SignatureLayout.BUNDLE) {
            registry.referrers(context, image, digest).forEach(found -> holders.add(image.at(found.digest())));
        } else {
            for (String suffix : List.of(".sig", ".att")) {
                ImageReference tag = image.tagged("sha256-" + digest.hex() + suffix);
                registry.manifest(context, tag).ifPresent(found -> holders.add(tag));
            }
        }
        if (holders.isEmpty()) {
            throw new AssertionError("nothing is signed, so nothing can be spoiled");
        }
        return holders;
    }

    private String withSpoiledBlobs(ImageReference image, String manifest, UnaryOperator<String> change) {
        Matcher layers = LAYERS.matcher(manifest);
        String result = manifest;
        if (layers.find()) {
            Matcher found = DESCRIPTOR.matcher(layers.group(1));
            String digest = "";
            String size = "";
            while (found.find()) {
                digest = found.group(1) == null ? digest : found.group(1);
                size = found.group(2) == null ? size : found.group(2);
            }
            RegistryDescriptor layer = new RegistryDescriptor(
                    "application/octet-stream", Digest.parse(digest), Long.parseLong(size), Optional.empty(), Map.of());
            String blob = new String(registry.blob(context, image, layer), StandardCharsets.UTF_8);
            RegistryDescriptor pushed = registry.push(
                    context, image, layer.mediaType(), change.apply(blob).getBytes(StandardCharsets.UTF_8));
            result = result.replace(digest, pushed.digest().toString())
                    .replaceAll("\"size\":\\s*" + size + "\\b", "\"size\":" + pushed.size());
        }
        return result;
    }

    private void push(ImageReference holder, String json, SignatureLayout layout) {
        RegistryManifest manifest =
                new RegistryManifest(RegistryManifest.MANIFEST, json.getBytes(StandardCharsets.UTF_8));
        registry.push(context, layout == SignatureLayout.TAG ? holder : holder.at(manifest.digest()), manifest);
    }

    private String text(ImageReference holder) {
        return new String(registry.manifest(context, holder).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private ImageReference digest(ImageReference holder) {
        return holder.at(registry.manifest(context, holder).orElseThrow().digest());
    }
}
