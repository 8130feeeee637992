package io.quantumlayer.security.internal.signing;

import io.quantumlayer.api.spi.signing.SignedSubject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;

/** Checks a signature with the JDK's own algorithms; the hash goes with the key's size, SHA-256 is read too. */
public final class SignatureCheck {
    private static final int BUFFER = 64 * 1024;

    private final PublicKey key;

    /** Checks with one key. */
    public SignatureCheck(PublicKey key) {
        this.key = key;
    }

    /** Says whether a signature over bytes holds. */
    public boolean holds(byte[] content, byte[] signature) {
        return algorithms().stream().anyMatch(a -> over(a, signature, s -> s.update(content)));
    }

    /** Says whether this key can be checked knowing no more than the content's SHA-256. */
    boolean needsContent() {
        return !(key instanceof ECPublicKey);
    }

    /** Says whether a signature over a subject holds. */
    boolean holds(SignedSubject subject, byte[] signature) throws IOException {
        if (key instanceof ECPublicKey) {
            byte[] digest = HexFormat.of().parseHex(subject.digest().hex());
            if (over("NONEwithECDSA", signature, s -> s.update(digest))) {
                return true;
            }
        }
        return subject.file().isPresent() && holds(subject.file().get(), signature);
    }

    private boolean holds(Path file, byte[] signature) throws IOException {
        for (String algorithm : algorithms()) {
            try (InputStream in = Files.newInputStream(file)) {
                if (over(algorithm, signature, s -> feed(s, in))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> algorithms() {
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            return bits > 384
                    ? List.of("SHA512withECDSA", "SHA256withECDSA")
                    : bits > 256 ? List.of("SHA384withECDSA", "SHA256withECDSA") : List.of("SHA256withECDSA");
        }
        return key instanceof RSAPublicKey ? List.of("SHA256withRSA") : List.of("Ed25519");
    }

    private boolean over(String algorithm, byte[] signature, Feed feed) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            feed.into(check);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void feed(Signature check, InputStream in) throws SignatureException {
        try {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                check.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new SignatureException(e);
        }
    }

    /** Hands the signed bytes to a check. */
    private interface Feed {
        void into(Signature check) throws SignatureException;
    }
}
