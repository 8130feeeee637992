package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenSourceTest {
    @TempDir
    Path folder;

    @Test
    void plainJavaIsCompiledAndStarted() throws Exception {
        GivenSource.copied("java-plain", folder).answers("/", "hello from plain java");
    }

    @Test
    void pagesAreServed() throws Exception {
        GivenSource.copied("html", folder).answers("/", "hello from html");
    }

    @Test
    void nodeWithoutLibrariesIsStarted() throws Exception {
        GivenSource.needs("node", "apt-get install nodejs");
        GivenSource.copied("node-plain", folder).answers("/", "hello from node");
    }

    @Test
    void pythonWithoutLibrariesIsStarted() throws Exception {
        GivenSource.needs("python3", "apt-get install python3");
        GivenSource.copied("python-plain", folder).answers("/", "hello from python");
    }

    @Test
    void whatIsNotRecognisedIsRefusedBeforeAnythingStarts() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source/backend"));
        Files.writeString(source.resolve("package.json"), "{}");
        Home home = new Home(folder.resolve("home"));
        try (QuantumLayer ql = home.open()) {
            DeploymentPlan plan = DeploymentPlan.named("given")
                    .sourceDirectory(source.getParent())
                    .build();
            assertThatThrownBy(() -> ql.deploy(plan))
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("pom.xml")
                    .hasMessageContaining("requirements.txt")
                    .hasMessageContaining("sourceDirectory instead: backend");
            assertThat(ql.list("default")).isEmpty();
        }
    }
}
