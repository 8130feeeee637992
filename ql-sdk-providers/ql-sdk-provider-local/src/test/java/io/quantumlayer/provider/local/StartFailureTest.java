package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StartFailureTest {
    private Bench bench;
    private Provider provider;

    @BeforeEach
    void open(@TempDir Path home) {
        bench = new Bench(home.resolve("local"));
        provider = bench.provider();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void anApplicationThatDiesFailsWithItsExitCodeAndItsLastTwentyLinesWithoutSecrets() {
        Failure failure = failure(bench.withSecret(1, Map.of("MODE", "die", "CODE", "3")));
        assertThat(failure.type()).isEqualTo(ErrorType.UNKNOWN);
        assertThat(failure.message())
                .contains("exit code 3", "\nline 12\n", "line 30\ncannot use ***")
                .doesNotContain("line 11\n", Bench.CANARY);
    }

    @Test
    void theExitCodeDecidesTheType() {
        assertThat(failure(dying(1, "0")).type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure(dying(2, "137")).type()).isEqualTo(ErrorType.RESOURCE);
        ReleaseSpec unknown = command(3, "./no-such-program");
        assertThat(failure(unknown).type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure(unknown).message()).contains("exit code 127");
    }

    @Test
    void askedAgainAfterTheFailureItStartsTheApplicationAgain() {
        ReleaseSpec spec = dying(1, "3");
        failure(spec);
        failure(spec);
        assertThat(bench.launcher.started()).hasSize(2);
    }

    @Test
    void anApplicationThatNeverListensStaysPendingUntilItsTimeIsOverAndIsStoppedThen() {
        ReleaseSpec spec = bench.inMode(1, "silent");
        placeFolders(spec);
        Operation operation = bench.operation(provider, spec, ProcessService.ID);
        for (int i = 0; i < 5; i++) {
            assertThat(provider.ensure(bench.keyed(spec, operation), spec, operation)
                            .kind())
                    .isEqualTo(Effect.Kind.PENDING);
            bench.clock.advance(Duration.ofSeconds(30));
        }
        bench.clock.advance(Duration.ofSeconds(30));
        Failure failure = Bench.failed(provider.ensure(bench.keyed(spec, operation), spec, operation));
        assertThat(failure.type()).isEqualTo(ErrorType.TIMEOUT);
        assertThat(failure.message()).contains("did not listen");
        assertThat(bench.launcher.alive()).isEmpty();
    }

    @Test
    void aPortThatAnotherProgramTookBeforeTheApplicationBoundItIsGivenUpForAnother() throws Exception {
        ReleaseSpec spec = bench.spec(1);
        placeFolders(spec);
        try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ReleaseFolder folder = bench.folder(Bench.NOTES).release(spec.release());
            Operation operation = bench.operation(provider, spec, ProcessService.ID);
            String key = bench.keyed(spec, operation).idempotencyKey();
            folder.save(ProcessRecord.first(key, stranger.getLocalPort(), bench.clock.instant()));
            Map<String, String> told = Bench.done(bench.ensure(provider, spec, ProcessService.ID));
            assertThat(told.get("port")).isNotEqualTo(Integer.toString(stranger.getLocalPort()));
            assertThat(bench.launcher.started()).hasSize(2);
        }
    }

    @Test
    void aStrangerThatAnswersOnThePortIsNotMistakenForAnApplicationThatStillStarts() throws Exception {
        ReleaseSpec spec = bench.inMode(1, "silent");
        placeFolders(spec);
        try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ReleaseFolder folder = bench.folder(Bench.NOTES).release(spec.release());
            Operation operation = bench.operation(provider, spec, ProcessService.ID);
            String key = bench.keyed(spec, operation).idempotencyKey();
            folder.save(ProcessRecord.first(key, stranger.getLocalPort(), bench.clock.instant()));
            for (int i = 0; i < 3; i++) {
                assertThat(provider.ensure(bench.keyed(spec, operation), spec, operation)
                                .kind())
                        .isEqualTo(Effect.Kind.PENDING);
            }
            assertThat(folder.process().orElseThrow().port()).isNotEqualTo(stranger.getLocalPort());
        }
    }

    private ReleaseSpec dying(int number, String code) {
        return bench.spec(
                Bench.NOTES, number, workload -> workload.addEnvironment(Map.of("MODE", "die", "CODE", code)));
    }

    private ReleaseSpec command(int number, String program) {
        ReleaseSpec spec = bench.spec(number);
        Workload workload =
                Workload.builder(spec.workload().artifact(), List.of(program)).build();
        return new ReleaseSpec(spec.application(), spec.release(), spec.digest(), spec.placement(), workload);
    }

    private Failure failure(ReleaseSpec spec) {
        placeFolders(spec);
        return Bench.failed(bench.ensure(provider, spec, ProcessService.ID));
    }

    private void placeFolders(ReleaseSpec spec) {
        Bench.done(bench.ensure(provider, spec, DataFolderService.ID));
        Bench.done(bench.ensure(provider, spec, ReleaseFolderService.ID));
    }
}
