package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.image.ImageOrigin;
import io.quantumlayer.api.spi.image.ImageStatement;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.security.sbom.ImageRecords;
import io.quantumlayer.security.signing.Attestation;
import io.quantumlayer.security.signing.ImageSigner;
import io.quantumlayer.security.signing.ImageVerifier;
import io.quantumlayer.security.signing.SignatureLayout;
import io.quantumlayer.security.signing.SigningKey;
import io.quantumlayer.security.signing.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cosign verifies what we sign and we verify what cosign signs, in both layouts, on two registries. */
class CosignIT {
    private static final String PASSWORD = "a password";
    private static final Pattern BASE64 =
            Pattern.compile("(\"(?:sig|dev.cosignproject.cosign/signature)\":\\s*\")([A-Za-z0-9+/])");
    private static final Pattern HEX = Pattern.compile("(sha256(?::|\":\\s*\"))([0-9a-f])");
    private static final Pattern PAYLOAD = Pattern.compile("(\"payload\":\\s*\")([A-Za-z0-9+/=]+)");

    @TempDir
    Path folder;

    static Stream<Arguments> everywhere() {
        return Stream.of(RegistryPeer.Kind.values())
                .flatMap(kind -> Stream.of(SignatureLayout.values()).map(layout -> Arguments.of(kind, layout)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everywhere")
    void cosignVerifiesWhatWeSign(RegistryPeer.Kind kind, SignatureLayout layout) throws Exception {
        Peer cosign = cosign();
        try (RegistryPeer server = RegistryPeer.start(kind, folder.resolve("registry"))) {
            SignedImages images = images(server);
            ImageReference image = images.image("1", "one");
            assertThat(cosign.run(arguments("verify", layout, image)).exitCode())
                    .as("nothing is signed yet")
                    .isNotZero();
            signAndAttest(images, image, layout);

            assertThat(cosign.must(arguments("verify", layout, image)))
                    .contains(image.digest().orElseThrow().toString());
            assertThat(payload(cosign.must(arguments("verify-attestation", layout, image, "--type", "cyclonedx"))))
                    .contains(
                            "\"bomFormat\":\"CycloneDX\"",
                            image.digest().orElseThrow().hex());
            assertThat(payload(
                            cosign.must(arguments("verify-attestation", layout, image, "--type", "slsaprovenance1"))))
                    .contains("\"slsaBuildLevel\":1");
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everywhere")
    void weVerifyWhatCosignSigns(RegistryPeer.Kind kind, SignatureLayout layout) throws Exception {
        Peer cosign = cosign();
        try (RegistryPeer server = RegistryPeer.start(kind, folder.resolve("registry"))) {
            SignedImages images = images(server);
            ImageReference image = images.image("1", "one");
            cosignSigns(cosign, layout, image);
            ImageVerifier verifier = ImageVerifier.trusting(images.registry(), publicKey());

            assertThat(verifier.signature(images.context(), image)).isInstanceOf(SignatureVerdict.Verified.class);
            assertThat(verifier.attestation(images.context(), image, Attestation.PROVENANCE))
                    .isInstanceOfSatisfying(
                            SignatureVerdict.Verified.class,
                            v -> assertThat(v.statement().orElseThrow().json()).contains("\"planted\""));
            assertThat(verifier.attestation(images.context(), image, Attestation.SPDX))
                    .isInstanceOf(SignatureVerdict.Refused.class);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everywhere")
    void refusesEveryTamperedCase(RegistryPeer.Kind kind, SignatureLayout layout) throws Exception {
        Peer cosign = cosign();
        Map<String, String> verdicts = new LinkedHashMap<>();
        try (RegistryPeer server = RegistryPeer.start(kind, folder.resolve("registry"))) {
            SignedImages images = images(server);
            for (String who : List.of("ours", "cosign's")) {
                for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
                    ImageReference image = images.image("victim", "victim-" + verdicts.size());
                    sign(who.equals("ours") ? null : cosign, images, image, layout);
                    verdicts.put(who + ": " + attack.getKey(), attacked(attack.getValue(), images, image, layout));
                }
            }
        }
        assertThat(verdicts).hasSize(2 * attacks().size());
        assertThat(verdicts.values()).as(verdicts.toString()).noneMatch(text -> text.contains("verified"));
        System.out.println(kind + " " + layout + ": " + verdicts.size() + " tampered cases refused");
    }

    private void sign(@Nullable Peer cosign, SignedImages images, ImageReference image, SignatureLayout layout)
            throws Exception {
        if (cosign == null) {
            signAndAttest(images, image, layout);
        } else {
            cosignSigns(cosign, layout, image);
        }
        assertThat(verdicts(images, image, publicKey())).containsOnly("verified");
    }

    private String attacked(Attack attack, SignedImages images, ImageReference image, SignatureLayout layout)
            throws Exception {
        Target target = attack.run(images, image, layout);
        return String.join(" | ", verdicts(images, target.image(), target.key()));
    }

    /** What is verified after an attack, and against which key. */
    private record Target(ImageReference image, VerificationKey key) {}

    /** Something that whoever may write to the registry can do. */
    private interface Attack {
        Target run(SignedImages images, ImageReference image, SignatureLayout layout) throws Exception;
    }

    private Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        attacks.put("payload changed", spoiling(CosignIT::otherPayload, UnaryOperator.identity()));
        attacks.put("signature changed", spoiling(CosignIT::otherSignature, CosignIT::otherSignature));
        attacks.put("digest changed", spoiling(CosignIT::otherDigest, UnaryOperator.identity()));
        attacks.put("another key", (images, image, layout) -> new Target(image, stranger()));
        attacks.put("manifest swapped under the tag", (images, image, layout) -> {
            images.image(
                    "victim", "swapped-" + image.digest().orElseThrow().hex().substring(0, 8));
            return new Target(image.tagged("victim"), publicKey());
        });
        attacks.put("everything replayed for another image", (images, image, layout) -> {
            String other = "replayed-" + image.digest().orElseThrow().hex().substring(0, 8);
            ImageReference second = images.image("second", other);
            images.copy(image, second, layout);
            return new Target(second, publicKey());
        });
        attacks.put("referrers removed", (images, image, layout) -> {
            images.strip(image, layout);
            return new Target(image, publicKey());
        });
        return attacks;
    }

    private Attack spoiling(UnaryOperator<String> blobs, UnaryOperator<String> annotations) {
        return (images, image, layout) -> {
            images.spoil(image, layout, new SignedImages.Change(blobs, annotations));
            return new Target(image, publicKey());
        };
    }

    /** Changes the first characters of what is signed. */
    private static String otherPayload(String text) {
        return text.contains("docker-manifest-digest")
                ? text.replaceFirst("cosign container", "Cosign container")
                : text.replaceFirst("(\"payload\":\\s*\")..", "$1QQ");
    }

    private static String otherSignature(String text) {
        return other(BASE64, text);
    }

    /** Changes the digest that is signed, in an envelope within its base64. */
    private static String otherDigest(String text) {
        Matcher payload = PAYLOAD.matcher(text);
        if (!payload.find()) {
            return other(HEX, text);
        }
        String statement = new String(Base64.getDecoder().decode(payload.group(2)), StandardCharsets.UTF_8);
        byte[] lied = other(HEX, statement).getBytes(StandardCharsets.UTF_8);
        return text.substring(0, payload.start(2))
                + Base64.getEncoder().encodeToString(lied)
                + text.substring(payload.end(2));
    }

    private static String other(Pattern place, String text) {
        Matcher found = place.matcher(text);
        return found.find()
                ? text.substring(0, found.start(2))
                        + (found.group(2).equals("7") ? "8" : "7")
                        + text.substring(found.end(2))
                : text;
    }

    private List<String> verdicts(SignedImages images, ImageReference image, VerificationKey key) {
        ImageVerifier verifier = ImageVerifier.trusting(images.registry(), key);
        return Stream.of(
                        verifier.signature(images.context(), image),
                        verifier.attestation(images.context(), image, Attestation.PROVENANCE))
                .map(verdict -> verdict.fold(verified -> "verified", refused -> refused.toString()))
                .toList();
    }

    private void signAndAttest(SignedImages images, ImageReference image, SignatureLayout layout) throws Exception {
        ImageSigning signer =
                ImageSigner.create(images.registry(), signingKey()).storing(layout);
        ImageRecords records = ImageRecords.of(images.registry());
        signer.sign(images.context(), image);
        signer.attest(images.context(), image, records.materials(images.context(), image, folder.resolve("room")));
        ImageOrigin origin = new ImageOrigin(
                "run",
                images.context().clock().instant(),
                images.context().clock().instant(),
                Map.of());
        ImageStatement provenance = records.provenance(origin);
        signer.attest(images.context(), image, provenance);
    }

    private void cosignSigns(Peer cosign, SignatureLayout layout, ImageReference image) throws Exception {
        Path predicate = Files.writeString(
                folder.resolve("predicate.json"),
                "{\"buildDefinition\":{\"buildType\":\"https://example.org/planted\",\"externalParameters\":"
                        + "{\"planted\":true}},\"runDetails\":{\"builder\":{\"id\":\"https://example.org/b\"}}}");
        List<String> common = List.of(
                "--key",
                "cosign.key",
                "--tlog-upload=false",
                "--use-signing-config=false",
                "--allow-http-registry",
                "--new-bundle-format=" + (layout == SignatureLayout.BUNDLE),
                "--yes");
        cosign.must(words("sign", common, List.of(image.toString())));
        List<String> more = List.of("--type", "slsaprovenance1", "--predicate", predicate.toString(), image.toString());
        cosign.must(words("attest", common, more));
    }

    private static String[] arguments(String verb, SignatureLayout layout, ImageReference image, String... more) {
        List<String> common = List.of(
                "--key",
                "cosign.pub",
                "--insecure-ignore-tlog=true",
                "--allow-http-registry",
                "--new-bundle-format=" + (layout == SignatureLayout.BUNDLE));
        return words(
                verb,
                common,
                Stream.concat(Stream.of(more), Stream.of(image.toString())).toList());
    }

    private static String[] words(String verb, List<String> common, List<String> more) {
        return Stream.of(List.of(verb), common, more).flatMap(List::stream).toArray(String[]::new);
    }

    private static String payload(String answer) {
        Matcher found = Pattern.compile("\"payload\":\\s*\"([A-Za-z0-9+/=]+)\"").matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
    }

    private SignedImages images(RegistryPeer server) {
        return new SignedImages(LentScanners.call(Duration.ofMinutes(5)), server.host(), folder);
    }

    private Peer cosign() throws Exception {
        Peer cosign = Peer.of(
                "cosign", folder, Map.of("COSIGN_PASSWORD", PASSWORD, "HOME", folder.toString(), "NO_COLOR", "1"));
        cosign.must("generate-key-pair");
        return cosign;
    }

    private SigningKey signingKey() throws Exception {
        return SigningKey.pem(Secret.of(Files.readString(folder.resolve("cosign.key"))), Secret.of(PASSWORD));
    }

    private VerificationKey publicKey() throws Exception {
        return VerificationKey.pem(Files.readString(folder.resolve("cosign.pub")));
    }

    private static VerificationKey stranger() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return VerificationKey.of(generator.generateKeyPair().getPublic());
    }
}
