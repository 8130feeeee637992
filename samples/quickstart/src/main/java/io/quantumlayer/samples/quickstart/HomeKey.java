package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.security.signing.SigningKey;
import io.quantumlayer.security.signing.VerificationKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/**
 * The key that a home signs its images with, made at the first use and readable by its owner alone.
 *
 * @param signing the private half
 * @param verification the public half, as read from the file that anybody may have
 */
record HomeKey(SigningKey signing, VerificationKey verification) {
    private static final int P256 = 256;

    static HomeKey in(Path folder) {
        Path secret = folder.resolve("cosign.key");
        Path open = folder.resolve("cosign.pub");
        try {
            if (!Files.exists(open)) {
                make(secret, open);
            }
            return new HomeKey(
                    SigningKey.pem(Secret.of(Files.readString(secret))), VerificationKey.pem(Files.readString(open)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key in " + folder, e);
        }
    }

    /** The public half comes last and whole, so that a key that is there is complete. */
    private static void make(Path secret, Path open) throws IOException {
        Files.createDirectories(open.toAbsolutePath().getParent());
        Files.deleteIfExists(secret);
        KeyPair pair = pair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        try (var out = Files.newByteChannel(
                secret,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            out.write(StandardCharsets.UTF_8.encode(pem));
        }
        Path draft = Files.writeString(
                open.resolveSibling("cosign.pub.part"),
                VerificationKey.of(pair.getPublic()).toPem());
        try {
            Files.move(draft, open);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another command made a key in " + open + " at the same time; run this one again", e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(P256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has elliptic curves", e);
        }
    }
}
