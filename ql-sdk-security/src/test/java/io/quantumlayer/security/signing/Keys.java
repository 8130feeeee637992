package io.quantumlayer.security.signing;

import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.security.internal.signing.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Keys made for one test. */
final class Keys {
    private Keys() {}

    static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String pem(KeyPair pair) {
        return Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    static SigningKey signing() {
        return SigningKey.pem(Secret.of(pem(pair("secp256r1"))));
    }
}
