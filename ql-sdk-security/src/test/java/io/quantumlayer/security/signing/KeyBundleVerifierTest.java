package io.quantumlayer.security.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Refused;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import io.quantumlayer.api.spi.signing.SignedSubject;
import io.quantumlayer.security.internal.signing.Bundle;
import io.quantumlayer.security.internal.signing.Dsse;
import io.quantumlayer.security.internal.signing.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBundleVerifierTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(CONTENT);

    private final SigningKey key = Keys.signing();
    private final KeyBundleVerifier verifier = KeyBundleVerifier.of(key.verificationKey());

    @Test
    void provesAMessageByItsDigestAlone() {
        SignatureVerdict verdict = judge(message(), SignedSubject.of(DIGEST));

        assertThat(verdict).isInstanceOfSatisfying(Verified.class, v -> {
            assertThat(v.subject()).isEqualTo(DIGEST);
            assertThat(v.signer()).isEqualTo(key.toString());
        });
    }

    @Test
    void provesAStatementAboutTheSubject() {
        assertThat(judge(statement(DIGEST), SignedSubject.of(DIGEST)))
                .isInstanceOfSatisfying(
                        Verified.class,
                        v -> assertThat(v.statement().orElseThrow().predicateType())
                                .isEqualTo("https://example.org/p"));
    }

    @Test
    void refusesAnotherDigest() {
        SignedSubject other = SignedSubject.of(Digest.of("other"));

        assertThat(reason(judge(message(), other))).isEqualTo(Reason.DIGEST);
        assertThat(reason(judge(statement(DIGEST), other))).isEqualTo(Reason.DIGEST);
    }

    @Test
    void refusesADigestThatWasExchangedInTheBundle() {
        Digest other = Digest.of("other");
        String lied = new String(Bundle.write(other, key.sign(CONTENT), "x"), StandardCharsets.UTF_8);

        assertThat(reason(judge(lied, SignedSubject.of(other)))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void refusesAnotherKey() {
        KeyBundleVerifier other = KeyBundleVerifier.of(Keys.signing().verificationKey());

        assertThat(reason(other.verify(Calls.now(), bytes(message()), SignedSubject.of(DIGEST))))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(reason(other.verify(Calls.now(), bytes(statement(DIGEST)), SignedSubject.of(DIGEST))))
                .isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void refusesAPayloadThatIsNoStatement() {
        byte[] payload = bytes("{\"_type\":\"https://example.org/other\",\"subject\":[],\"predicateType\":\"x\"}");
        byte[] signature = key.sign(Dsse.encoding(Dsse.IN_TOTO, payload));
        String bundle = new String(Bundle.write(Dsse.write(payload, signature), "x"), StandardCharsets.UTF_8);

        assertThat(reason(judge(bundle, SignedSubject.of(DIGEST)))).isEqualTo(Reason.STATEMENT);
    }

    @Test
    void refusesASignatureThatWasMovedToAnotherPayload() {
        String first = statement(DIGEST);
        String second = statement(Digest.of("other"));
        String moved = replaceSignature(second, signatureOf(first));

        assertThat(reason(judge(moved, SignedSubject.of(Digest.of("other"))))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void refusesTwoSignaturesInOneEnvelope() {
        String two = statement(DIGEST).replace("\"signatures\":[{", "\"signatures\":[{\"sig\":\"AAAA\"},{");

        assertThat(reason(judge(two, SignedSubject.of(DIGEST)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesABundleThatWasMadeWithACertificate() {
        String keyless = message().replace("\"publicKey\":{\"hint\":\"x\"}", "\"certificate\":{\"rawBytes\":\"AAAA\"}");

        assertThat(reason(judge(keyless, SignedSubject.of(DIGEST)))).isEqualTo(Reason.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "null", "{\"mediaType\":\"application/json\"}", "{\"a\":1,\"a\":2}", "\u0000"})
    void refusesWhatIsNoBundle(String text) {
        assertThat(reason(judge(text, SignedSubject.of(DIGEST)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesADoubledKeyAndATail() {
        String doubled = message().replaceFirst("\\{", "{\"messageSignature\":{},");

        assertThat(reason(judge(doubled, SignedSubject.of(DIGEST)))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(judge(message() + "{}", SignedSubject.of(DIGEST)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesBothContentsAtOnce() {
        String both = message().replaceFirst("\\{", "{\"dsseEnvelope\":{},");

        assertThat(reason(judge(both, SignedSubject.of(DIGEST)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void needsTheFileForAKeyThatSignsContent(@TempDir Path folder) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(CONTENT);
        byte[] bundle = Bundle.write(DIGEST, signature.sign(), "x");
        KeyBundleVerifier ed = KeyBundleVerifier.of(
                VerificationKey.pem(VerificationKey.of(pair.getPublic()).toPem()));
        Path file = Files.write(folder.resolve("a"), CONTENT);

        assertThat(reason(ed.verify(Calls.now(), bundle, SignedSubject.of(DIGEST))))
                .isEqualTo(Reason.KEY);
        assertThat(ed.verify(Calls.now(), bundle, SignedSubject.of(file))).isInstanceOf(Verified.class);
    }

    private SignatureVerdict judge(String bundle, SignedSubject subject) {
        return verifier.verify(Calls.now(), bytes(bundle), subject);
    }

    private String message() {
        return new String(Bundle.write(DIGEST, key.sign(CONTENT), "x"), StandardCharsets.UTF_8);
    }

    private String statement(Digest subject) {
        byte[] statement = Statement.write(subject, "https://example.org/p", "{}");
        byte[] signature = key.sign(Dsse.encoding(Dsse.IN_TOTO, statement));
        return new String(Bundle.write(Dsse.write(statement, signature), "x"), StandardCharsets.UTF_8);
    }

    private static String signatureOf(String bundle) {
        int start = bundle.indexOf("\"sig\":\"") + 7;
        return bundle.substring(start, bundle.indexOf('"', start));
    }

    private static String replaceSignature(String bundle, String signature) {
        return bundle.replace(signatureOf(bundle), signature);
    }

    private static Reason reason(SignatureVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
