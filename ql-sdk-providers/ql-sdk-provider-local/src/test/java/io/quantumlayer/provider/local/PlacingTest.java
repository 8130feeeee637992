package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PlacingTest {
    private Bench bench;
    private Provider provider;

    @BeforeEach
    void open(@TempDir Path home) {
        bench = new Bench(home.resolve("local"));
        provider = bench.provider();
    }

    @AfterEach
    void close() throws IOException {
        provider.close();
        bench.close();
    }

    @Test
    void aPlacedReleaseAnswersAtItsCandidateAddressAndIsObserved() throws Exception {
        ReleaseSpec spec = bench.spec(1);
        Map<String, String> told = bench.place(provider, spec);
        URI candidate = provider.candidate(bench.call("c"), spec).orElseThrow();
        assertThat(Bench.get(candidate, "/release")).isEqualTo(spec.release().value());
        assertThat(told).containsEntry("candidate", candidate.toString()).containsKeys("pid", "port", "log", "traffic");
        for (Operation operation : provider.plan(bench.call("p"), spec)) {
            assertThat(provider.observe(bench.keyed(spec, operation), operation).presence())
                    .as(operation.id())
                    .isEqualTo(Presence.PRESENT);
        }
    }

    @Test
    void itsPidIsThatOfTheApplicationRatherThanOfTheShellAroundIt() {
        Map<String, String> told = bench.place(provider, bench.spec(1));
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(told.getOrDefault("pid", ""))).orElseThrow();
        assertThat(process.info().command())
                .hasValueSatisfying(program -> assertThat(program).endsWith("java"));
    }

    @Test
    void theApplicationStartsInItsCopyOfTheArtifactAndSeesExactlyItsOwnEnvironment() throws Exception {
        ReleaseSpec spec = bench.withSecret(1, Map.of("GREETING", "hello", "PORT", "1"));
        Map<String, String> told = bench.place(provider, spec);
        URI candidate = URI.create(told.getOrDefault("candidate", ""));
        ReleaseFolder folder = bench.folder(Bench.NOTES).release(spec.release());
        assertThat(Bench.get(candidate, "/folder"))
                .isEqualTo(folder.app().toRealPath().resolve("app.jar").toString());
        List<String> environment = List.of(Bench.get(candidate, "/env").split("\n", -1));
        assertThat(environment)
                .contains("GREETING=hello", "HOST=127.0.0.1", "PORT=" + candidate.getPort())
                .contains("DATA_DIR=" + bench.folder(Bench.NOTES).data(), "QL_RELEASE=" + spec.release())
                .contains("TOKEN_FILE=" + folder.secrets().resolve("TOKEN"));
        assertThat(environment.stream().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrder(
                        "DATA_DIR",
                        "GREETING",
                        "HOST",
                        "LANG",
                        "PATH",
                        "PORT",
                        "PWD",
                        "QL_MARKER",
                        "QL_RELEASE",
                        "TOKEN_FILE",
                        "OLDPWD");
    }

    @Test
    void aSecretReachesTheApplicationAsAFileForTheOwnerAndNothingElseHoldsIt() throws Exception {
        ReleaseSpec spec = bench.withSecret(1, Map.of());
        Map<String, String> told = bench.place(provider, spec);
        assertThat(Bench.get(URI.create(told.getOrDefault("candidate", "")), "/secret"))
                .isEqualTo(Bench.CANARY);
        Path file = bench.folder(Bench.NOTES).release(spec.release()).secrets().resolve("TOKEN");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(bench.written()).contains("release.properties").doesNotContain(Bench.CANARY);
        assertThat(told.toString()).doesNotContain(Bench.CANARY);
        for (Operation operation : provider.plan(bench.call("p"), spec)) {
            assertThat(operation.toString() + provider.observe(bench.keyed(spec, operation), operation))
                    .doesNotContain(Bench.CANARY);
        }
    }

    @Test
    void aSecretThatDoesNotExistFailsByNameAndStartsNothing() {
        ReleaseSpec spec =
                bench.spec(Bench.NOTES, 1, workload -> workload.addSecrets(Map.of("KEY", SecretRef.env("ABSENT"))));
        Bench.done(bench.ensure(provider, spec, DataFolderService.ID));
        Bench.done(bench.ensure(provider, spec, ReleaseFolderService.ID));
        assertThat(Bench.failed(bench.ensure(provider, spec, ProcessService.ID)).message())
                .contains("env:ABSENT");
        assertThat(bench.launcher.started()).isEmpty();
    }

    @Test
    void removalInReverseLeavesNoProcessNoPortAndNoFolderBehind() throws Exception {
        ReleaseSpec spec = bench.spec(1);
        Map<String, String> told = bench.place(provider, spec);
        for (String id : List.of(ProcessService.ID, ReleaseFolderService.ID, DataFolderService.ID)) {
            bench.remove(provider, spec, id);
            Operation operation = bench.operation(provider, spec, id);
            assertThat(provider.observe(bench.keyed(spec, operation), operation).presence())
                    .isEqualTo(Presence.ABSENT);
        }
        assertThat(bench.launcher.alive()).isEmpty();
        assertThat(Ports.accepts(Integer.parseInt(told.getOrDefault("port", ""))))
                .isFalse();
        assertThat(bench.entries()).isEmpty();
        bench.remove(provider, spec, ReleaseFolderService.ID);
    }

    @Test
    void aReleaseFolderTakesItsProcessAlongWhenItIsRemoved() {
        ReleaseSpec spec = bench.spec(1);
        bench.place(provider, spec);
        bench.remove(provider, spec, ReleaseFolderService.ID);
        assertThat(bench.launcher.alive()).isEmpty();
    }

    @Test
    void manyCallersWithOneKeyMakeOneProcess() throws Exception {
        ReleaseSpec spec = bench.spec(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Map<String, String>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(threads.submit(() -> bench.place(provider, spec)));
            }
            for (Future<Map<String, String>> call : calls) {
                assertThat(call.get(60, TimeUnit.SECONDS))
                        .isEqualTo(calls.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bench.launcher.started()).hasSize(1);
    }

    @Test
    void dataSurvivesItsReleaseAndIsNotRemovedBeforeTheLastOne() throws Exception {
        ReleaseSpec first = bench.spec(1);
        ReleaseSpec second = bench.spec(2);
        assertThat(bench.operation(provider, first, DataFolderService.ID))
                .isEqualTo(bench.operation(provider, second, DataFolderService.ID));
        Bench.get(URI.create(bench.place(provider, first).getOrDefault("candidate", "")), "/add?milk");
        URI candidate = URI.create(bench.place(provider, second).getOrDefault("candidate", ""));
        bench.remove(provider, first, ReleaseFolderService.ID);
        Operation data = bench.operation(provider, first, DataFolderService.ID);
        assertThat(Bench.failed(provider.remove(bench.keyed(first, data), data)).code())
                .isEqualTo("provider.local.data-in-use");
        assertThat(Bench.get(candidate, "/notes")).isEqualTo("milk\n");
    }

    @Test
    void twoTenantsWithOneApplicationNameNeverMeet() throws Exception {
        ReleaseSpec ours = bench.spec(1);
        ReleaseSpec theirs = bench.spec(new ApplicationId("other", "notes"), 1, workload -> workload);
        URI one = URI.create(bench.place(provider, ours).getOrDefault("candidate", ""));
        URI other = URI.create(bench.place(provider, theirs).getOrDefault("candidate", ""));
        Bench.get(one, "/add?ours");
        Bench.get(other, "/add?theirs");
        assertThat(Bench.get(one, "/notes")).isEqualTo("ours\n");
        assertThat(Stream.of(ours, theirs)
                        .flatMap(spec -> provider.plan(bench.call("p"), spec).stream())
                        .map(Operation::resource))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));
        bench.remove(provider, theirs, ReleaseFolderService.ID);
        assertThat(Bench.get(one, "/health")).isEqualTo("ok");
    }

    @Test
    void theLongestNamesStillMakeValidResourceNames() {
        ApplicationId longest = new ApplicationId("t".repeat(40), "a-".repeat(19) + "zz");
        assertThat(provider.plan(bench.call("p"), bench.spec(longest, 1, workload -> workload)))
                .extracting(Operation::resource)
                .allMatch(name -> name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));
    }

    @Test
    void anotherReleaseUnderTheSameIdIsRefused() {
        bench.place(provider, bench.spec(1));
        ReleaseSpec other = bench.inMode(1, "serve");
        assertThat(Bench.failed(bench.ensure(provider, other, ReleaseFolderService.ID))
                        .type())
                .isEqualTo(ErrorType.CONCURRENCY);
    }

    @Test
    void moreThanOneReplicaIsRefusedInThePlan() {
        ReleaseSpec spec = bench.spec(Bench.NOTES, 1, workload -> workload.replicas(2));
        assertThatThrownBy(() -> provider.plan(bench.call("p"), spec)).hasMessageContaining("one instance");
    }

    @Test
    void withoutAHomeItPlansAndEachOperationFailsNamingTheSetting() {
        try (Provider homeless = bench.providerWithoutHome()) {
            ReleaseSpec spec = bench.spec(1);
            for (Operation operation : homeless.plan(bench.call("p"), spec)) {
                Effect<Map<String, String>> effect = homeless.ensure(bench.keyed(spec, operation), spec, operation);
                assertThat(Bench.failed(effect).type()).isEqualTo(ErrorType.CONFIGURATION);
                assertThat(Bench.failed(effect).message()).contains("home(path)");
            }
            assertThat(Bench.failed(homeless.switchTraffic(bench.call("s"), spec))
                            .message())
                    .contains("home(path)");
        }
    }
}
