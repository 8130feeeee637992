package io.quantumlayer.security.internal.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;

/** Reads private keys on P-256 from PEM. */
public final class PrivateKeys {
    private static final int P256_BITS = 256;
    private static final List<String> ENCRYPTED =
            List.of("ENCRYPTED SIGSTORE PRIVATE KEY", "ENCRYPTED COSIGN PRIVATE KEY");
    // PKCS #8 with the algorithm id-ecPublicKey on P-256, up to the octets of the EC private key.
    private static final byte[] PKCS8_HEAD =
            HexFormat.of().parseHex("020100301306072a8648ce3d020106082a8648ce3d030107");

    private PrivateKeys() {}

    /** Reads a key that is not encrypted. */
    public static KeyPair plain(String pem) {
        Optional<byte[]> pkcs8 = Pem.find(pem, "PRIVATE KEY");
        if (pkcs8.isPresent()) {
            return pair(pkcs8.get());
        }
        Optional<byte[]> sec1 = Pem.find(pem, "EC PRIVATE KEY");
        if (sec1.isPresent()) {
            return pair(wrapped(sec1.get()));
        }
        boolean encrypted = ENCRYPTED.stream().anyMatch(type -> pem.contains(type));
        throw refusal(
                ErrorType.VALIDATION,
                encrypted
                        ? "The private key is encrypted: give its password."
                        : "The text is no private key; give a PEM file with an ECDSA key on P-256, as cosign.key.",
                null);
    }

    /** Reads a key that cosign encrypted. */
    public static KeyPair encrypted(String pem, String password) {
        byte[] box = ENCRYPTED.stream()
                .flatMap(type -> Pem.find(pem, type).stream())
                .findFirst()
                .orElseThrow(
                        () -> refusal(ErrorType.VALIDATION, "The text is no private key that cosign encrypted.", null));
        return pair(KeyBox.open(box, password));
    }

    private static KeyPair pair(byte[] pkcs8) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof ECPrivateKey key)
                    || key.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
                throw refusal(ErrorType.VALIDATION, "The private key is not on the curve P-256.", null);
            }
            ECPublicKeySpec spec = new ECPublicKeySpec(point(key.getS()), key.getParams());
            return new KeyPair(factory.generatePublic(spec), key);
        } catch (GeneralSecurityException e) {
            throw refusal(ErrorType.VALIDATION, "The private key is no ECDSA key on P-256.", e);
        }
    }

    private static ECPoint point(BigInteger secret) {
        org.bouncycastle.math.ec.ECPoint point =
                CustomNamedCurves.getByName("P-256").getG().multiply(secret).normalize();
        return new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    }

    private static byte[] wrapped(byte[] sec1) {
        return tagged(0x30, joined(PKCS8_HEAD, tagged(0x04, sec1)));
    }

    private static byte[] tagged(int tag, byte[] content) {
        byte[] head = content.length < 0x80
                ? new byte[] {(byte) tag, (byte) content.length}
                : content.length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) content.length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static QuantumLayerException refusal(ErrorType type, String message, @Nullable Throwable cause) {
        return new QuantumLayerException(Failure.of(type, "signing.private-key", message), cause);
    }
}
