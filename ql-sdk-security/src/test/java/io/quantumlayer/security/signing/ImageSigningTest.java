package io.quantumlayer.security.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Refused;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSigningTest {
    private static final Attestation SBOM = new Attestation(Attestation.CYCLONEDX, "{\"bomFormat\":\"CycloneDX\"}");

    private final MemoryRegistry registry = new MemoryRegistry();
    private final SigningKey key = Keys.signing();
    private final ImageSigner signer = ImageSigner.create(registry, key);
    private final ImageVerifier verifier = ImageVerifier.trusting(registry, key.verificationKey());
    private final ImageReference image = registry.image("1", "one");

    @ParameterizedTest
    @EnumSource
    void provesWhatItSigned(SignatureLayout layout) {
        Digest signed = signer.sign(Calls.now(), image, layout);

        assertThat(verifier.signature(Calls.now(), image))
                .isInstanceOfSatisfying(
                        Verified.class, v -> assertThat(v.subject()).isEqualTo(signed));
    }

    @ParameterizedTest
    @EnumSource
    void provesWhatItAttested(SignatureLayout layout) {
        signer.attest(Calls.now(), image, SBOM, layout);

        assertThat(verifier.attestation(Calls.now(), image, Attestation.CYCLONEDX))
                .isInstanceOfSatisfying(
                        Verified.class,
                        v -> assertThat(v.statement().orElseThrow().json()).contains("\"bomFormat\":\"CycloneDX\""));
        assertThat(reason(verifier.attestation(Calls.now(), image, Attestation.PROVENANCE)))
                .isEqualTo(Reason.MISSING);
    }

    @Test
    void refusesAnImageThatNobodySigned() {
        assertThat(reason(verifier.signature(Calls.now(), image))).isEqualTo(Reason.MISSING);
    }

    @Test
    void refusesAnImageThatIsNotThere() {
        assertThat(reason(verifier.signature(Calls.now(), image.tagged("none"))))
                .isEqualTo(Reason.MISSING);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherKey(SignatureLayout layout) {
        signer.sign(Calls.now(), image, layout);
        ImageVerifier other = ImageVerifier.trusting(registry, Keys.signing().verificationKey());

        assertThat(reason(other.signature(Calls.now(), image))).isEqualTo(Reason.SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource
    void refusesATagThatWasMovedToAnotherImage(SignatureLayout layout) {
        signer.sign(Calls.now(), image, layout);
        registry.image("1", "another");

        assertThat(reason(verifier.signature(Calls.now(), image))).isEqualTo(Reason.MISSING);
    }

    @Test
    void refusesABundleThatWasCopiedFromAnotherImage() {
        Digest signed = signer.sign(Calls.now(), image, SignatureLayout.BUNDLE);
        Digest other = registry.manifest(Calls.now(), registry.image("2", "two"))
                .orElseThrow()
                .digest();
        registry.referrers.put(other, registry.referrers.get(signed));

        assertThat(reason(verifier.signature(Calls.now(), image.tagged("2")))).isEqualTo(Reason.DIGEST);
    }

    @Test
    void refusesAnOlderSignatureThatWasCopiedFromAnotherImage() {
        Digest signed = signer.sign(Calls.now(), image, SignatureLayout.TAG);
        Digest other = registry.manifest(Calls.now(), registry.image("2", "two"))
                .orElseThrow()
                .digest();
        registry.manifests.put(
                "sha256-" + other.hex() + ".sig", registry.manifests.get("sha256-" + signed.hex() + ".sig"));

        assertThat(reason(verifier.signature(Calls.now(), image.tagged("2")))).isEqualTo(Reason.DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnAttestationThatWasReplayedForAnotherImage(SignatureLayout layout) {
        Digest first = signer.attest(Calls.now(), image, SBOM, layout);
        Digest other = registry.manifest(Calls.now(), registry.image("2", "two"))
                .orElseThrow()
                .digest();
        registry.referrers.put(other, registry.referrers.getOrDefault(first, List.of()));
        RegistryManifest older = registry.manifests.get("sha256-" + first.hex() + ".att");
        if (older != null) {
            registry.manifests.put("sha256-" + other.hex() + ".att", older);
        }

        assertThat(reason(verifier.attestation(Calls.now(), image.tagged("2"), Attestation.CYCLONEDX)))
                .isEqualTo(Reason.DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void refusesBytesThatWereChanged(SignatureLayout layout) {
        signer.sign(Calls.now(), image, layout);
        registry.blobs.replaceAll((digest, content) -> spoiled(content));

        assertThat(verifier.signature(Calls.now(), image)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnAttestationAsASignature() {
        signer.attest(Calls.now(), image, SBOM, SignatureLayout.BUNDLE);

        assertThat(reason(verifier.signature(Calls.now(), image))).isEqualTo(Reason.MISSING);
    }

    @Test
    void refusesABundleWhoseAnnotationLiesAboutItsKind() {
        Digest signed = signer.attest(Calls.now(), image, SBOM, SignatureLayout.BUNDLE);
        registry.referrers.computeIfPresent(
                signed,
                (digest, found) ->
                        found.stream().map(ImageSigningTest::withoutAnnotations).toList());

        assertThat(verifier.signature(Calls.now(), image)).isInstanceOf(Refused.class);
        assertThat(verifier.attestation(Calls.now(), image, Attestation.CYCLONEDX))
                .isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @EnumSource
    void findsAGoodSignatureAmongBadOnes(SignatureLayout layout) {
        ImageSigner.create(registry, Keys.signing()).sign(Calls.now(), image, layout);
        signer.sign(Calls.now(), image, layout);

        assertThat(verifier.signature(Calls.now(), image)).isInstanceOf(Verified.class);
    }

    private static RegistryDescriptor withoutAnnotations(RegistryDescriptor found) {
        return found.annotated(java.util.Map.of());
    }

    private static byte[] spoiled(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replace("sha256:", "sha256:0")
                .replace("\"payload\":\"", "\"payload\":\"AAAA")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Reason reason(SignatureVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }
}
