package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.security.signing.VerificationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each blueprint's image goes to a registry of each kind, is read there by skopeo and run by podman, confined. */
class BlueprintImagesIT {
    private static final Duration LONG = Duration.ofMinutes(8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCKER_REGISTRY | A static site for a bakery | /
            OLAREG | Create a Java REST service for a todo list with authentication | /health
            OLAREG | A static site for a bakery | /
            """)
    void theImageOfABlueprintIsPushedReadAndRun(RegistryPeer.Kind kind, String sentence, String path) throws Exception {
        pushedReadAndRun(kind, sentence, path);
    }

    @ParameterizedTest
    @EnumSource(RegistryPeer.Kind.class)
    void theImageOfAPythonServiceHoldsItsFetchedLibraries(RegistryPeer.Kind kind) throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is not installed here: apt-get install python3 python3-pip")
                .isTrue();
        MachineBase.python(folder.resolve("python-base"));
        pushedReadAndRun(kind, "Create a Python FastAPI REST service for a todo list with authentication", "/health");
    }

    private void pushedReadAndRun(RegistryPeer.Kind kind, String sentence, String path) throws Exception {
        Containers containers = new Containers(folder);
        containers.podman();
        KeyPair keys = Containers.keys();
        Containers.Trust trust = new Containers.Trust(VerificationKey.of(keys.getPublic()), keys);
        Home home = new Home(folder.resolve("home"));
        try (RegistryPeer server = RegistryPeer.start(kind, folder.resolve("registry"));
                QuantumLayer ql = containers.open(home, server, trust)) {
            DeploymentPlan plan =
                    DeploymentPlan.named("blue").requirement(sentence).build();
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(new Service(live.url().orElseThrow()).get(path, "").statusCode())
                    .isEqualTo(200);
            containers.confined();
            String image = containers.readBySkopeo(live.evidence());
            assertThat(ql.application("blue").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
            assertThat(containers.inspected(image).exitCode()).isNotZero();
        }
        assertThat(home.processes()).isEmpty();
    }
}
