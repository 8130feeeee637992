package io.quantumlayer.signing.sigstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Refused;
import io.quantumlayer.api.spi.signing.SignedSubject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeylessBundleVerifierTest {
    private static final String ROOT =
            "{\"mediaType\":\"application/vnd.dev.sigstore.trustedroot+json;version=0.1\",\"tlogs\":[],"
                    + "\"certificateAuthorities\":[],\"ctlogs\":[],\"timestampAuthorities\":[]}";
    private static final String BUNDLE =
            "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\",\"verificationMaterial\":@,"
                    + "\"messageSignature\":{\"messageDigest\":{\"algorithm\":\"SHA2_256\",\"digest\":\"AAAA\"},"
                    + "\"signature\":\"AAAA\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"mediaType\":\"application/json\"}",
                "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\"}",
                "\u0000\u0001"
            })
    void refusesWhatIsNoBundle(String text) {
        assertThat(judge(text)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"publicKey\":{\"hint\":\"x\"}}",
                "{\"certificate\":{\"rawBytes\":\"AAAA\"}}",
                "{\"certificate\":{\"rawBytes\":\"AAAA\"},\"tlogEntries\":[{}]}"
            })
    void refusesABundleWithoutProofs(String material) {
        assertThat(judge(BUNDLE.replace("@", material))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]"})
    void refusesATrustedRootThatIsNone(String root) {
        assertThatThrownBy(() -> KeylessBundleVerifier.of(bytes(root), "me@example.org", "https://issuer.example"))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().type()).isEqualTo(ErrorType.VALIDATION));
    }

    @Test
    void needsAnIdentityAndAnIssuer() {
        assertThatThrownBy(() -> KeylessBundleVerifier.of(bytes(ROOT), " ", "https://issuer.example"))
                .hasMessageContaining("neither may be blank");
    }

    private static Object judge(String bundle) {
        Clock clock = Clock.systemUTC();
        String key = "a".repeat(26);
        RunId run = new RunId(new ApplicationId("default", "todo"), key);
        CallContext context = CallContext.of(run, key, clock.instant().plus(Duration.ofMinutes(1)), clock);
        return KeylessBundleVerifier.of(bytes(ROOT), "me@example.org", "https://issuer.example")
                .verify(context, bytes(bundle), SignedSubject.of(Digest.of("x")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
