package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.registry.oci.OciRegistry;
import io.quantumlayer.testkit.contract.RegistryContract;
import io.quantumlayer.testkit.contract.RegistryRetentionContract;
import io.quantumlayer.testkit.contract.RegistryTrait;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The registry client keeps its promises on registries that others wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OciRegistryContractIT {
    private final Map<String, RegistryPeer> servers = new TreeMap<>();
    private final AtomicInteger repositories = new AtomicInteger();
    private Path folder;

    @BeforeAll
    void prepare(@TempDir Path shared) {
        folder = shared;
    }

    @AfterAll
    void stop() {
        servers.values().forEach(RegistryPeer::close);
    }

    private ImageReference fresh(RegistryPeer.Kind kind, boolean deletes) {
        String name = kind + (deletes ? "" : "-keeping");
        RegistryPeer server = servers.computeIfAbsent(
                name,
                n -> deletes
                        ? RegistryPeer.start(kind, folder.resolve(n))
                        : RegistryPeer.startWithoutDeletion(kind, folder.resolve(n)));
        return ImageReference.parse(server.host() + "/kit/r" + repositories.incrementAndGet() + ":any");
    }

    abstract class Client extends RegistryContract {
        private final RegistryPeer.Kind kind;
        private final Set<RegistryTrait> traits;

        Client(RegistryPeer.Kind kind, Set<RegistryTrait> traits) {
            this.kind = kind;
            this.traits = traits;
        }

        @Override
        protected ImageRegistry registry() {
            return OciRegistry.create().build();
        }

        @Override
        protected ImageReference repository() {
            return fresh(kind, traits.contains(RegistryTrait.DELETION));
        }

        @Override
        protected Set<RegistryTrait> traits() {
            return traits;
        }
    }

    abstract class Retention extends RegistryRetentionContract {
        private final RegistryPeer.Kind kind;

        Retention(RegistryPeer.Kind kind) {
            this.kind = kind;
        }

        @Override
        protected ImageRegistry registry() {
            return OciRegistry.create().build();
        }

        @Override
        protected ImageReference repository() {
            return fresh(kind, true);
        }
    }

    @Nested
    class OnDockerRegistry extends Client {
        OnDockerRegistry() {
            super(RegistryPeer.Kind.DOCKER_REGISTRY, Set.of(RegistryTrait.DELETION));
        }
    }

    @Nested
    class OnDockerRegistryThatKeeps extends Client {
        OnDockerRegistryThatKeeps() {
            super(RegistryPeer.Kind.DOCKER_REGISTRY, Set.of());
        }
    }

    @Nested
    class OnOlareg extends Client {
        OnOlareg() {
            super(RegistryPeer.Kind.OLAREG, EnumSet.allOf(RegistryTrait.class));
        }
    }

    @Nested
    class OnOlaregThatKeeps extends Client {
        OnOlaregThatKeeps() {
            super(RegistryPeer.Kind.OLAREG, Set.of(RegistryTrait.REFERRERS));
        }
    }

    @Nested
    class RetentionOnDockerRegistry extends Retention {
        RetentionOnDockerRegistry() {
            super(RegistryPeer.Kind.DOCKER_REGISTRY);
        }
    }

    @Nested
    class RetentionOnOlareg extends Retention {
        RetentionOnOlareg() {
            super(RegistryPeer.Kind.OLAREG);
        }
    }
}
