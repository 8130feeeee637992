package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Secrets in files of the host that only their owner may read, the same for all tenants. One line break at the end is
 * no part of the value. Folders on the way may be links, the file may not.
 */
public final class FileSecrets implements SecretStore {
    /** Creates a store. */
    public FileSecrets() {}

    @Override
    public String scheme() {
        return SecretRef.FILE;
    }

    @Override
    public Optional<Secret> read(CallContext context, SecretRef reference) {
        Path path;
        try {
            path = Path.of(reference.path());
        } catch (InvalidPathException e) {
            throw Refusals.because(reference, "is no path on this platform", e);
        }
        if (!path.isAbsolute()) {
            throw Refusals.because(reference, "must be an absolute path on this platform", null);
        }
        return new OwnerOnly(reference).file(path);
    }
}
