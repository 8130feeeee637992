package io.quantumlayer.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.security.internal.signing.Pem;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private final KeyPair pair = Keys.pair("secp256r1");

    @Test
    void findsThePublicHalfOfAPrivateKey() {
        SigningKey key = SigningKey.pem(Secret.of(Keys.pem(pair)));

        assertThat(key.verificationKey().key()).isEqualTo(pair.getPublic());
    }

    @Test
    void opensAKeyInTheBoxOfCosign() {
        String pem = boxed(pair.getPrivate().getEncoded(), "correct horse");

        SigningKey key = SigningKey.pem(Secret.of(pem), Secret.of("correct horse"));

        assertThat(key.verificationKey().key()).isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAWrongPassword() {
        Secret pem = Secret.of(boxed(pair.getPrivate().getEncoded(), "correct horse"));

        assertThatThrownBy(() -> SigningKey.pem(pem, Secret.of("wrong")))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().type()).isEqualTo(ErrorType.AUTHENTICATION));
    }

    @Test
    void asksForThePasswordOfAnEncryptedKey() {
        Secret pem = Secret.of(boxed(pair.getPrivate().getEncoded(), "x"));

        assertThatThrownBy(() -> SigningKey.pem(pem)).hasMessageContaining("give its password");
    }

    @Test
    void refusesAnotherCurve() {
        Secret pem = Secret.of(Keys.pem(Keys.pair("secp384r1")));

        assertThatThrownBy(() -> SigningKey.pem(pem)).hasMessageContaining("P-256");
    }

    @Test
    void neverPrintsThePrivateHalf() {
        SigningKey key = SigningKey.pem(Secret.of(Keys.pem(pair)));

        assertThat(key.toString()).isEqualTo(key.verificationKey().toString());
    }

    private static String boxed(byte[] content, String password) {
        byte[] salt = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);
        byte[] key = SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, 1024, 8, 1, 32);
        XSalsa20Engine stream = new XSalsa20Engine();
        stream.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        byte[] macKey = new byte[32];
        stream.processBytes(new byte[32], 0, 32, macKey, 0);
        byte[] sealed = new byte[16 + content.length];
        stream.processBytes(content, 0, content.length, sealed, 16);
        Poly1305 mac = new Poly1305();
        mac.init(new KeyParameter(macKey));
        mac.update(sealed, 16, content.length);
        mac.doFinal(sealed, 0);
        Base64.Encoder base64 = Base64.getEncoder();
        String json = "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":1024,\"r\":8,\"p\":1},\"salt\":\""
                + base64.encodeToString(salt) + "\"},\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\""
                + base64.encodeToString(nonce) + "\"},\"ciphertext\":\"" + base64.encodeToString(sealed) + "\"}";
        return Pem.write("ENCRYPTED SIGSTORE PRIVATE KEY", json.getBytes(StandardCharsets.UTF_8));
    }
}
