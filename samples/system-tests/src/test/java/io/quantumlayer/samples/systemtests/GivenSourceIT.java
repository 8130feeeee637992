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

/** Applications in the shapes that people and generators give them, deployed from their directories. */
class GivenSourceIT {
    private static final String PYTHON = "apt-get install python3 python3-pip";
    private static final String NODE = "apt-get install nodejs npm";

    @TempDir
    Path folder;

    @Test
    void flaskFromRequirements() throws Exception {
        GivenSource.needs("python3", PYTHON);
        GivenSource.copied("flask", folder).answers("/", "hello from flask");
    }

    @Test
    void fastApiFromPyproject() throws Exception {
        GivenSource.needs("python3", PYTHON);
        GivenSource.copied("fastapi", folder).answers("/items", "hello from fastapi");
    }

    @Test
    void djangoServedByGunicorn() throws Exception {
        GivenSource.needs("python3", PYTHON);
        GivenSource.copied("django", folder).answers("/", "hello from django");
    }

    @Test
    void mavenWithALibrary() throws Exception {
        GivenSource.needs("mvn", "apt-get install maven");
        GivenSource.copied("maven-single", folder).answers("/", "hello from maven");
    }

    @Test
    void theModuleOfSeveralThatCanBeStarted() throws Exception {
        GivenSource.needs("mvn", "apt-get install maven");
        GivenSource.copied("maven-modules", folder).answers("/", "hello from modules");
    }

    @Test
    void expressFromNpm() throws Exception {
        GivenSource.needs("npm", NODE);
        GivenSource.copied("express", folder).answers("/", "hello from express");
    }

    @Test
    void fastifyStartedByAProgramOfItsLibraries() throws Exception {
        GivenSource.needs("npm", NODE);
        GivenSource.copied("fastify", folder).answers("/", "hello from fastify");
    }

    @Test
    void springBootWithADatabase() throws Exception {
        GivenSource.needs("mvn", "apt-get install maven");
        GivenSource.copied("spring-boot", folder).answers("/notes", "hello from spring boot");
    }

    @Test
    void quarkusAsItsGeneratorMakesIt() throws Exception {
        GivenSource.needs("mvn", "apt-get install maven");
        GivenSource.copied("quarkus", folder).answers("/greetings", "hello from quarkus");
    }

    @Test
    void viteBuiltIntoFiles() throws Exception {
        GivenSource.needs("npm", NODE);
        GivenSource.copied("vite", folder).answers("/", "hello from vite");
    }

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
