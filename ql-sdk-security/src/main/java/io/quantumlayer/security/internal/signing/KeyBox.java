package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.error.ErrorType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The box in which cosign keeps private keys: scrypt, then NaCl's secretbox. */
final class KeyBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 24;
    private static final int TAG_BYTES = 16;
    private static final int MAX_N = 1 << 20;
    private static final int MAX_R = 16;

    private KeyBox() {}

    static byte[] open(byte[] json, String password) {
        JsonNode box = Json.object(json).orElseThrow(KeyBox::malformed);
        JsonNode kdf = box.path("kdf");
        int n = kdf.path("params").path("N").asInt();
        int r = kdf.path("params").path("r").asInt();
        boolean known = kdf.path("name").asText().equals("scrypt")
                && box.path("cipher").path("name").asText().equals("nacl/secretbox");
        boolean bounded = n > 1 && n <= MAX_N && Integer.bitCount(n) == 1 && r > 0 && r <= MAX_R;
        if (!known || !bounded || kdf.path("params").path("p").asInt() != 1) {
            throw malformed();
        }
        byte[] salt = bytes(kdf.path("salt"));
        byte[] key = SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, n, r, 1, KEY_BYTES);
        return unseal(key, bytes(box.path("cipher").path("nonce")), bytes(box.path("ciphertext")));
    }

    private static byte[] unseal(byte[] key, byte[] nonce, byte[] sealed) {
        if (nonce.length != NONCE_BYTES || sealed.length < TAG_BYTES) {
            throw malformed();
        }
        XSalsa20Engine stream = new XSalsa20Engine();
        stream.init(false, new ParametersWithIV(new KeyParameter(key), nonce));
        byte[] macKey = new byte[KEY_BYTES];
        stream.processBytes(new byte[KEY_BYTES], 0, KEY_BYTES, macKey, 0);
        Poly1305 mac = new Poly1305();
        mac.init(new KeyParameter(macKey));
        mac.update(sealed, TAG_BYTES, sealed.length - TAG_BYTES);
        byte[] tag = new byte[TAG_BYTES];
        mac.doFinal(tag, 0);
        if (!MessageDigest.isEqual(tag, Arrays.copyOf(sealed, TAG_BYTES))) {
            throw PrivateKeys.refusal(ErrorType.AUTHENTICATION, "The password of the private key is wrong.", null);
        }
        byte[] opened = new byte[sealed.length - TAG_BYTES];
        stream.processBytes(sealed, TAG_BYTES, opened.length, opened, 0);
        return opened;
    }

    private static byte[] bytes(JsonNode base64) {
        Optional<byte[]> bytes = Dsse.base64(base64);
        return bytes.orElseThrow(KeyBox::malformed);
    }

    private static io.quantumlayer.api.error.QuantumLayerException malformed() {
        return PrivateKeys.refusal(
                ErrorType.VALIDATION, "The encrypted private key is not written as cosign writes one.", null);
    }
}
