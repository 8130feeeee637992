package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The older layout: layers under a tag that is made of the image's digest. */
public final class TagLayout {
    private static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String ENVELOPE = "application/vnd.dsse.envelope.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String ANNOTATION = "dev.cosignproject.cosign/signature";
    private static final String TYPE = "cosign container image signature";
    private static final int MAX_LAYERS = 100;

    private final ImageRegistry registry;
    private final CallContext context;
    private final Resolved image;

    /** Reads and writes beside an image. */
    public TagLayout(ImageRegistry registry, CallContext context, Resolved image) {
        this.registry = registry;
        this.context = context;
        this.image = image;
    }

    /** Signs the image's digest. */
    public void sign(UnaryOperator<byte[]> signer) {
        ObjectNode payload = Json.create();
        ObjectNode critical = payload.putObject("critical");
        critical.putObject("identity").put("docker-reference", image.reference().name());
        critical.putObject("image").put("docker-manifest-digest", image.digest().toString());
        critical.put("type", TYPE);
        payload.putNull("optional");
        byte[] bytes = Json.bytes(payload);
        String signature = Base64.getEncoder().encodeToString(signer.apply(bytes));
        add(
                "sig",
                registry.push(context, image.reference(), SIMPLE_SIGNING, bytes)
                        .annotated(Map.of(ANNOTATION, signature)));
    }

    /** Signs a statement. */
    public void attest(byte[] statement, String predicateType, UnaryOperator<byte[]> signer) {
        byte[] signature = signer.apply(Dsse.encoding(Dsse.IN_TOTO, statement));
        byte[] envelope = Json.bytes(Dsse.write(statement, signature));
        add(
                "att",
                registry.push(context, image.reference(), ENVELOPE, envelope)
                        .annotated(Map.of(ANNOTATION, "", "predicateType", predicateType)));
    }

    private void add(String suffix, RegistryDescriptor layer) {
        ObjectNode manifest = Json.create();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", RegistryManifest.MANIFEST);
        ArrayNode layers = Json.create().putArray("layers");
        find(suffix).ifPresent(found -> found.path("layers").forEach(layers::add));
        layers.add(Manifest.node(layer));
        manifest.set("config", Manifest.node(registry.push(context, image.reference(), CONFIG, config(layers))));
        manifest.set("layers", layers);
        registry.push(context, tag(suffix), new RegistryManifest(RegistryManifest.MANIFEST, Json.bytes(manifest)));
    }

    private static byte[] config(ArrayNode layers) {
        ObjectNode config = Json.create();
        config.put("architecture", "");
        config.put("os", "");
        config.putObject("config");
        ObjectNode rootfs = config.putObject("rootfs").put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(layer.path("digest")));
        return Json.bytes(config);
    }

    private Optional<JsonNode> find(String suffix) {
        return registry.manifest(context, tag(suffix)).flatMap(m -> Json.object(m.content()));
    }

    private ImageReference tag(String suffix) {
        return image.reference().tagged("sha256-" + image.digest().hex() + "." + suffix);
    }

    /** Judges the signatures that are there. */
    public List<SignatureVerdict> signatures(PublicKey key, String name) {
        List<SignatureVerdict> verdicts = new ArrayList<>();
        for (RegistryDescriptor layer : layers("sig")) {
            if (layer.mediaType().equals(SIMPLE_SIGNING)) {
                verdicts.add(judged(() -> signature(layer, key, name)));
            }
        }
        return verdicts;
    }

    /** Judges the attestations of a kind that are there. */
    public List<SignatureVerdict> attestations(PublicKey key, String name, String predicateType) {
        List<SignatureVerdict> verdicts = new ArrayList<>();
        for (RegistryDescriptor layer : layers("att")) {
            String claimed = layer.annotations().getOrDefault("predicateType", predicateType);
            if (layer.mediaType().equals(ENVELOPE) && claimed.equals(predicateType)) {
                verdicts.add(judged(() -> attestation(layer, key, name, predicateType)));
            }
        }
        return verdicts;
    }

    private List<RegistryDescriptor> layers(String suffix) {
        List<RegistryDescriptor> layers = new ArrayList<>();
        find(suffix).ifPresent(manifest -> {
            for (JsonNode layer : manifest.path("layers")) {
                if (layers.size() < MAX_LAYERS) {
                    layers.add(Manifest.descriptor(layer));
                }
            }
        });
        return layers;
    }

    private static SignatureVerdict judged(Judgement judgement) {
        try {
            return judgement.pass();
        } catch (QuantumLayerException e) {
            return SignatureVerdict.refused(Reason.MALFORMED, e.failure().message());
        }
    }

    private SignatureVerdict signature(RegistryDescriptor layer, PublicKey key, String name) {
        byte[] payload = registry.blob(context, image.reference(), layer);
        Optional<byte[]> signature = Dsse.base64(Json.create()
                .put("s", layer.annotations().getOrDefault(ANNOTATION, ""))
                .path("s"));
        if (signature.isEmpty() || !new SignatureCheck(key).holds(payload, signature.get())) {
            return SignatureVerdict.refused(Reason.SIGNATURE, "The signature was not made with " + name + ".");
        }
        JsonNode critical = Json.object(payload).orElseGet(Json::create).path("critical");
        if (!critical.path("type").asText().equals(TYPE)) {
            return SignatureVerdict.refused(Reason.STATEMENT, "The signed payload is no signature of an image.");
        }
        String signed = critical.path("image").path("docker-manifest-digest").asText();
        if (!signed.equals(image.digest().toString())) {
            return SignatureVerdict.refused(Reason.DIGEST, "The signature is not about " + image.digest() + ".");
        }
        return new Verified(
                name,
                image.digest(),
                Optional.empty(),
                List.of("The key alone is trusted; no transparency log was asked."));
    }

    private SignatureVerdict attestation(RegistryDescriptor layer, PublicKey key, String name, String predicateType) {
        JsonNode envelope =
                Json.object(registry.blob(context, image.reference(), layer)).orElseGet(Json::create);
        SignatureVerdict verdict = new KeyJudge(key, name).envelope(envelope, SignedSubject.of(image.digest()));
        return verdict.fold(
                v -> v.statement()
                                .map(s -> s.predicateType().equals(predicateType))
                                .orElse(false)
                        ? v
                        : SignatureVerdict.refused(Reason.STATEMENT, "The attestation is of another type."),
                r -> r);
    }

    /** Judges one layer. */
    private interface Judgement {
        SignatureVerdict pass();
    }
}
