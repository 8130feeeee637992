package io.quantumlayer.samples.systemtests;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications whose libraries come from the package index of their language. */
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
    void viteBuiltIntoFiles() throws Exception {
        GivenSource.needs("npm", NODE);
        GivenSource.copied("vite", folder).answers("/", "hello from vite");
    }
}
