package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated applications on a real PostgreSQL server: bound by reference, migrated before the traffic moves. */
class BackingServicesIT {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Path CACHE = Path.of("target/given-cache").toAbsolutePath();
    private static final String SENTENCE =
            "Create a Python FastAPI REST service for a todo list with authentication and a database";
    private static final String ALICE = "{\"name\":\"alice\",\"password\":\"correct horse battery\"}";
    /** The number under which the generated service lets one process migrate at a time. */
    private static final String LOCK = "SELECT pg_advisory_lock(7202611281)";

    @TempDir
    Path folder;

    private PostgresPeer server;
    private Home home;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is not installed here: apt-get install python3 python3-pip")
                .isTrue();
        server = PostgresPeer.start();
        home = new Home(folder.resolve("home"));
        server.ask("postgres", "CREATE DATABASE orders");
        say("orders");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void aServiceKeepsItsDataThereAndARollbackWarnsOnceTheSchemaMovedOn() throws Exception {
        try (QuantumLayer ql = open()) {
            DeploymentResult first = live(ql, plan("first"));
            Service service = new Service(first.url().orElseThrow());
            assertThat(service.post("/auth/register", "", ALICE).statusCode()).isEqualTo(201);
            assertThat(server.ask("orders", "SELECT name FROM users")).isEqualTo("alice");
            assertThat(first.evidence()).anyMatch(piece -> piece.detail().contains("schema version 1"));

            server.ask("orders", "INSERT INTO schema_versions VALUES (2, now())");
            live(ql, plan("second"));
            List<String> foreseen = ql.application("todo").rollbackPreview().warnings();
            assertThat(foreseen).singleElement().asString().contains("at version 2", "went live with version 1");
            DeploymentResult back = ql.application("todo").rollback().await(LONG);
            assertThat(back.outcome()).as(back.toString()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(back.warnings()).isEqualTo(foreseen);
            assertThat(service.post("/auth/register", "", ALICE).statusCode()).isEqualTo(409);
            destroy(ql);
            assertThat(server.ask("orders", "SELECT count(*) FROM users")).isEqualTo("1");
        }
        ByteArrayOutputStream history = new ByteArrayOutputStream();
        home.export(history);
        assertThat(history.toString(StandardCharsets.UTF_8))
                .contains("DATABASE_URL")
                .doesNotContain(PostgresPeer.PASSWORD, server.url("orders"));
    }

    @Test
    void aMigrationThatFailsLeavesTheOldReleaseItsTraffic() throws Exception {
        server.ask("postgres", "CREATE DATABASE taken");
        server.ask("taken", "CREATE TABLE entries (somebody TEXT)");
        try (QuantumLayer ql = open()) {
            DeploymentResult first = live(ql, plan("first"));
            List<Long> before = home.processes();
            say("taken");
            DeploymentResult second = ql.deploy(plan("second").build()).await(LONG);

            assertThat(second.outcome()).as(second.toString()).isEqualTo(Outcome.FAILED);
            assertThat(second.failure().orElseThrow().message()).contains("its binding database (file:");
            assertThat(second.toString()).doesNotContain(PostgresPeer.PASSWORD);
            assertThat(new Service(first.url().orElseThrow()).get("/health", "").statusCode())
                    .isEqualTo(200);
            assertThat(home.processes()).containsExactlyInAnyOrderElementsOf(before);
            assertThat(server.ask("taken", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo("1");
            destroy(ql);
        }
    }

    @Test
    void aRunThatStopsInTheMiddleOfAMigrationGoesOnWithIt() throws Exception {
        Process holder = server.asks("orders", LOCK + "; SELECT pg_sleep(600)");
        Deployment begun;
        try (QuantumLayer ql = open()) {
            begun = ql.deploy(plan("first").build());
            awaitOne("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
        }
        server.ask("orders", "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
        assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (QuantumLayer ql = open()) {
            ql.resume();
            DeploymentResult live = ql.find(begun.id()).orElseThrow().await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(server.ask("orders", "SELECT count(*) FROM schema_versions"))
                    .isEqualTo("1");
            destroy(ql);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Create a Spring Boot REST service for a todo list with authentication and a database', flyway_schema_history",
        "'Create a Django web application for a customer list with a database', app_auditentry"
    })
    void otherApplicationsKeepTheirTablesThereToo(String sentence, String table) throws Exception {
        try (QuantumLayer ql = open()) {
            DeploymentResult first = live(ql, plan("first").requirement(sentence));
            assertThat(first.evidence()).anyMatch(piece -> piece.detail().contains("schema version 1"));
            assertThat(server.ask("orders", "SELECT count(*) FROM pg_tables WHERE tablename = '" + table + "'"))
                    .isEqualTo("1");
            destroy(ql);
        }
    }

    private QuantumLayer open() {
        return home.builder()
                .setting("launcher", "path", System.getenv("PATH"))
                .setting("command", "cache", CACHE.toString())
                .build();
    }

    private void say(String database) throws Exception {
        Path secret = Files.writeString(folder.resolve("url"), server.url(database));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    private DeploymentPlanBuilder plan(String greeting) {
        return DeploymentPlan.named("todo")
                .requirement(SENTENCE)
                .environment("GREETING", greeting)
                .deadline(Duration.ofMinutes(14))
                .binding(
                        BackingService.DATABASE,
                        SecretRef.file(folder.resolve("url").toString()));
    }

    private static DeploymentResult live(QuantumLayer ql, DeploymentPlanBuilder plan) throws Exception {
        DeploymentResult result = ql.deploy(plan.build()).await(LONG);
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.LIVE);
        return result;
    }

    private static void destroy(QuantumLayer ql) throws Exception {
        assertThat(ql.application("todo").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
    }

    private void awaitOne(String question) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!server.ask("orders", question).equals("1")) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
