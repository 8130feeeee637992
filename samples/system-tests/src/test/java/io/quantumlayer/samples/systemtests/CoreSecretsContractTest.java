package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.api.spi.secrets.SecretStore;
import io.quantumlayer.monitoring.LocalMonitorFactory;
import io.quantumlayer.testkit.contract.SecretStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The stores of secrets that core brings along")
class CoreSecretsContractTest {
    /** A store as extensions reach it: through what core lends. */
    private record Lent(String scheme, SecretResolver resolver) implements SecretStore {
        @Override
        public Optional<Secret> read(CallContext context, SecretRef reference) {
            try {
                return Optional.of(resolver.resolve(context, reference));
            } catch (QuantumLayerException e) {
                if (e.failure().code().equals("secret.missing")) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    /** A kit on one scheme. */
    abstract static class OfScheme extends SecretStoreContract {
        @TempDir
        Path folder;

        private LocalHosts hosts;

        @Override
        protected SecretStore store() {
            hosts = new LocalHosts(folder.resolve("home"));
            LocalMonitorFactory any = new LocalMonitorFactory();
            return new Lent(known().scheme(), hosts.lend(any, Map.of()).secrets());
        }

        @Override
        protected boolean perTenant() {
            return false;
        }

        @AfterEach
        final void close() {
            hosts.close();
        }
    }

    @Nested
    @DisplayName("env: the variables of the host's process")
    class Environment extends OfScheme {
        @Override
        protected SecretRef known() {
            return SecretRef.env("PATH");
        }

        @Override
        protected SecretRef unknown() {
            return SecretRef.env("NOBODY_SETS_THIS_VARIABLE");
        }

        @Override
        protected String value() {
            return System.getenv("PATH");
        }
    }

    @Nested
    @DisplayName("file: a file that its owner alone can read")
    class OwnFile extends OfScheme {
        @Override
        protected SecretRef known() {
            Path file = folder.resolve("token");
            try {
                if (Files.notExists(file)) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    Files.writeString(file, value());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return SecretRef.file(file.toString());
        }

        @Override
        protected SecretRef unknown() {
            return SecretRef.file(folder.resolve("nothing").toString());
        }

        @Override
        protected String value() {
            return "what only the owner of this file reads";
        }
    }
}
