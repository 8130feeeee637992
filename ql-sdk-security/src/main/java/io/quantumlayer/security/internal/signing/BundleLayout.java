package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.signing.BundleVerifier;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import io.quantumlayer.api.spi.signing.SignedStatement;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The newer layout: Sigstore bundles that refer to the image. */
public final class BundleLayout {
    /** The predicate of a statement that only signs. */
    public static final String SIGNATURE = "https://sigstore.dev/cosign/sign/v1";

    private static final String EMPTY = "application/vnd.oci.empty.v1+json";
    private static final int MAX_BUNDLES = 100;

    private final ImageRegistry registry;
    private final CallContext context;
    private final Resolved image;

    /** Reads and writes beside an image. */
    public BundleLayout(ImageRegistry registry, CallContext context, Resolved image) {
        this.registry = registry;
        this.context = context;
        this.image = image;
    }

    /** Signs a statement and stores its bundle. */
    public void add(byte[] statement, UnaryOperator<byte[]> signer, String keyHint) {
        byte[] signature = signer.apply(Dsse.encoding(Dsse.IN_TOTO, statement));
        byte[] bundle = Bundle.write(Dsse.write(statement, signature), keyHint);
        String type = Statement.read(statement).orElseThrow().signed().predicateType();
        RegistryDescriptor config =
                registry.push(context, image.reference(), EMPTY, "{}".getBytes(StandardCharsets.UTF_8));
        RegistryDescriptor layer = registry.push(context, image.reference(), Bundle.V03, bundle);
        ObjectNode manifest = Json.create();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", RegistryManifest.MANIFEST);
        manifest.put("artifactType", Bundle.V03);
        manifest.set("config", Manifest.node(config));
        manifest.putArray("layers").add(Manifest.node(layer));
        manifest.set("subject", Manifest.node(image.manifest()));
        String created =
                context.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        manifest.putObject("annotations")
                .put("dev.sigstore.bundle.content", "dsse-envelope")
                .put("dev.sigstore.bundle.predicateType", type)
                .put("org.opencontainers.image.created", created);
        RegistryManifest referrer = new RegistryManifest(RegistryManifest.MANIFEST, Json.bytes(manifest));
        registry.push(context, image.reference().at(referrer.digest()), referrer);
    }

    /** Judges what claims to sign the image: a statement that signs, or a signature over the manifest itself. */
    public List<SignatureVerdict> signatures(BundleVerifier verifier) {
        return judged(verifier, type -> type.isEmpty() || type.equals(SIGNATURE));
    }

    /** Judges what claims to attest a kind of fact. */
    public List<SignatureVerdict> attestations(BundleVerifier verifier, String predicateType) {
        return judged(verifier, predicateType::equals);
    }

    private List<SignatureVerdict> judged(BundleVerifier verifier, Predicate<String> wanted) {
        List<SignatureVerdict> verdicts = new ArrayList<>();
        List<RegistryDescriptor> referrers = registry.referrers(context, image.reference(), image.digest());
        for (RegistryDescriptor referrer : referrers) {
            if (verdicts.size() < MAX_BUNDLES && isBundle(referrer)) {
                verdicts.add(judge(referrer, verifier, wanted));
            }
        }
        // A bundle of another kind of fact is no answer, good or bad.
        verdicts.removeIf(v -> v.fold(x -> false, r -> r.message().isEmpty()));
        return verdicts;
    }

    private static boolean isBundle(RegistryDescriptor referrer) {
        String type = referrer.artifactType().orElse("");
        return type.isEmpty() || type.startsWith("application/vnd.dev.sigstore.bundle");
    }

    private SignatureVerdict judge(RegistryDescriptor referrer, BundleVerifier verifier, Predicate<String> wanted) {
        Map<String, String> said = referrer.annotations();
        String claimed = said.getOrDefault("dev.sigstore.bundle.predicateType", "");
        if (!claimed.isEmpty() && !wanted.test(claimed)) {
            return new SignatureVerdict.Refused(Reason.STATEMENT, "");
        }
        try {
            byte[] bundle = bundle(referrer);
            SignatureVerdict verdict = verifier.verify(context, bundle, SignedSubject.of(image.digest()));
            return verdict.fold(v -> wanted(v, wanted), r -> r);
        } catch (QuantumLayerException e) {
            return SignatureVerdict.refused(Reason.MALFORMED, e.failure().message());
        }
    }

    private static SignatureVerdict wanted(Verified verified, Predicate<String> wanted) {
        String type = verified.statement().map(SignedStatement::predicateType).orElse("");
        return wanted.test(type) ? verified : new SignatureVerdict.Refused(Reason.STATEMENT, "");
    }

    private byte[] bundle(RegistryDescriptor referrer) {
        JsonNode manifest = Manifest.read(registry, context, image.reference().at(referrer.digest()));
        RegistryDescriptor layer = Manifest.descriptor(manifest.path("layers").path(0));
        return registry.blob(context, image.reference(), layer);
    }
}
