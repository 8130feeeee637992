package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Secrets of one application each, in files of a folder under the home directory: {@code TENANT/APPLICATION/NAME}.
 * Reads those of the calling application only, and mints new ones. Thread-safe, also between processes.
 */
public final class HomeSecrets implements SecretStore {
    private static final int MINTED_BYTES = 32;
    private static final int MAX_NAME = 40;
    private static final int HASH = 12;

    private final Path root;
    private final RandomGenerator random;

    /**
     * Creates a store.
     *
     * @param folder the folder of secrets in the home directory; not made before the first secret is minted
     * @param random the source of minted values, used under a lock; one that nobody can predict
     */
    public HomeSecrets(Path folder, RandomGenerator random) {
        this.root = folder;
        this.random = random;
    }

    @Override
    public String scheme() {
        return SecretRef.HOME;
    }

    @Override
    public Optional<Secret> read(CallContext context, SecretRef reference) {
        OwnerOnly reader = new OwnerOnly(reference);
        ApplicationId application = context.run().application();
        return folders(application).stream().allMatch(reader::folder)
                ? reader.file(folder(application).resolve(reference.path()))
                : Optional.empty();
    }

    /**
     * Makes a random secret of an application unless it has one of that name: 32 bytes as URL-safe Base64. Whoever
     * comes first decides the value; all get the same reference.
     *
     * @param application whose secret it is; only its own calls can read it
     * @param name the secret's name, as {@code AUTH_SIGNING_KEY}
     * @return the reference
     */
    public SecretRef mint(ApplicationId application, String name) {
        SecretRef reference = SecretRef.home(label(name));
        OwnerOnly reader = new OwnerOnly(reference);
        Path folder = folder(application);
        try {
            if (root.getParent() != null) {
                Files.createDirectories(root.getParent());
            }
            for (Path part : folders(application)) {
                make(part);
                reader.folder(part);
            }
            Optional<Secret> there = reader.file(folder.resolve(reference.path()));
            there.ifPresent(Secret::close);
            if (there.isEmpty()) {
                write(folder, reference.path());
            }
            return reference;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mint the secret " + reference, e);
        }
    }

    /**
     * Removes all secrets of an application. Idempotent.
     *
     * @param application the application
     */
    public void forget(ApplicationId application) {
        Path folder = folder(application);
        OwnerOnly reader = new OwnerOnly(SecretRef.home("all"));
        if (folders(application).stream().limit(2).allMatch(reader::folder)) {
            Folders.delete(folder);
        }
    }

    /** A file that appears whole or not at all: two who mint at once must not see half a secret. */
    private void write(Path folder, String label) throws IOException {
        Path draft = Files.createTempFile(folder, ".draft", "", ownerOnly("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(value()));
                channel.force(true);
            }
            publish(draft, folder.resolve(label));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, target);
        }
    }

    private byte[] value() {
        byte[] bytes = new byte[MINTED_BYTES];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encode(bytes);
    }

    private void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException there) {
            return;
        }
    }

    /** Where the file system knows no such permissions, they cannot be set. */
    private FileAttribute<?>[] ownerOnly(String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return Files.getFileAttributeView(root, PosixFileAttributeView.class) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    private Path folder(ApplicationId application) {
        return root.resolve(application.tenant()).resolve(application.name());
    }

    private List<Path> folders(ApplicationId application) {
        return List.of(root, root.resolve(application.tenant()), folder(application));
    }

    /** A reference is in lower case; a name that does not survive that unchanged in meaning gets its hash appended. */
    private static String label(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.matches("[A-Z]([A-Z0-9_]{0,38}[A-Z0-9])?")) {
            return lower;
        }
        String letters = lower.replaceAll("[^a-z0-9-]", "").replaceAll("^-+", "");
        String head = letters.substring(0, Math.min(letters.length(), MAX_NAME - HASH - 2));
        return "s" + head + "-" + Digest.of(name).hex().substring(0, HASH);
    }
}
