package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.security.signing.VerificationKey;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments whose images are built, scanned, listed, signed and verified before podman starts them. */
class ContainerModeIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SENTENCE = "Create a Java REST service for a todo list with authentication";

    @TempDir
    Path folder;

    @Test
    void aSentenceGoesLiveInAContainerThatAnybodyCanCheck() throws Exception {
        Containers containers = new Containers(folder);
        Peer podman = containers.podman();
        try (RegistryPeer server = RegistryPeer.start(RegistryPeer.Kind.DOCKER_REGISTRY, folder.resolve("registry"))) {
            Home home = new Home(folder.resolve("home"));
            KeyPair keys = Containers.keys();
            try (QuantumLayer ql =
                    containers.open(home, server, new Containers.Trust(VerificationKey.of(keys.getPublic()), keys))) {
                DeploymentResult live = ql.deploy(plan("first")).await(LONG);
                assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
                Service service = new Service(live.url().orElseThrow());
                assertThat(service.get("/health", "").statusCode()).isEqualTo(200);
                assertThat(service.get("/api/todos", "").statusCode()).isEqualTo(401);
                provedByItsImage(live.evidence());
                containers.confined();
                String image = containers.readBySkopeo(live.evidence());

                long began = System.nanoTime();
                DeploymentResult second = ql.deploy(plan("second")).await(LONG);
                Duration warm = Duration.ofNanos(System.nanoTime() - began);
                assertThat(second.outcome()).as(second.toString()).isEqualTo(Outcome.LIVE);
                System.out.println("warm pipeline in container mode: " + warm.toMillis() + " ms");

                assertThat(ql.application("todo").rollback().await(LONG).outcome())
                        .isEqualTo(Outcome.ROLLED_BACK);
                assertThat(ql.application("todo").destroy().await(LONG).outcome())
                        .isEqualTo(Outcome.DESTROYED);
                assertThat(containers.inspected(image).exitCode())
                        .as("the pushed image is gone")
                        .isNotZero();
            }
            assertThat(podman.must("ps", "--all", "--format", "{{.Image}}")).doesNotContain(server.host());
            assertThat(home.processes()).isEmpty();
        }
    }

    @Test
    void whatAnotherKeySignedIsNeverStarted() throws Exception {
        Containers containers = new Containers(folder);
        Peer podman = containers.podman();
        try (RegistryPeer server = RegistryPeer.start(RegistryPeer.Kind.DOCKER_REGISTRY, folder.resolve("registry"))) {
            Home home = new Home(folder.resolve("home"));
            VerificationKey stranger = VerificationKey.of(Containers.keys().getPublic());
            try (QuantumLayer ql = containers.open(home, server, new Containers.Trust(stranger, Containers.keys()))) {
                DeploymentResult refused = ql.deploy(plan("first")).await(LONG);
                assertThat(refused.outcome()).as(refused.toString()).isNotEqualTo(Outcome.LIVE);
                assertThat(refused.toString()).contains("image.unverified");
            }
            assertThat(podman.must("ps", "--all", "--format", "{{.Image}}")).doesNotContain(server.host());
        }
    }

    private static void provedByItsImage(List<Evidence> evidence) {
        assertThat(evidence).extracting(Evidence::claim).contains(Claim.IMAGE_SIGNED, Claim.IMAGE_ATTESTED);
        assertThat(evidence)
                .filteredOn(each -> each.claim() == Claim.IMAGE_SIGNED)
                .allSatisfy(each -> assertThat(each.detail()).contains("cosign verify"));
        assertThat(evidence)
                .filteredOn(each -> each.claim() == Claim.CONTROL_OBSERVED)
                .extracting(Evidence::detail)
                .anyMatch(detail -> detail.startsWith("read-only-root"))
                .anyMatch(detail -> detail.startsWith("non-root"))
                .anyMatch(detail -> detail.startsWith("no-capabilities"));
    }

    private static DeploymentPlan plan(String greeting) {
        return DeploymentPlan.named("todo")
                .requirement(SENTENCE)
                .environment("GREETING", greeting)
                .build();
    }
}
