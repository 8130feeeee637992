package io.quantumlayer.core.internal.process;

import static io.quantumlayer.core.internal.process.Commands.MARKER;
import static io.quantumlayer.core.internal.process.Commands.await;
import static io.quantumlayer.core.internal.process.Commands.log;
import static io.quantumlayer.core.internal.process.Commands.run;
import static io.quantumlayer.core.internal.process.Commands.shell;
import static io.quantumlayer.core.internal.process.Commands.sleeping;
import static io.quantumlayer.core.internal.process.Commands.text;
import static io.quantumlayer.core.internal.process.Commands.until;
import static io.quantumlayer.core.internal.process.Commands.untilExists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every command, confined or not. */
abstract class LauncherContract {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path root;

    Path folder;
    LocalLauncher launcher;

    abstract LocalLauncher newLauncher();

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(root.resolve("it's a folder"));
        launcher = newLauncher();
    }

    @AfterEach
    void end() {
        launcher.stop(folder, MARKER, Duration.ZERO);
        launcher.close();
    }

    @Test
    void aFolderThatNobodyUsedWasNeverStarted() {
        assertThat(launcher.state(folder, MARKER)).isEqualTo(new ProcessState(Kind.NEVER_STARTED, -1, null, -1));
    }

    @Test
    void aCommandLeavesItsOutputAndItsExitCode() {
        ProcessState state = run(launcher, shell(folder, "echo out; echo err >&2; exit 3"));

        assertThat(state.kind()).isEqualTo(Kind.EXITED);
        assertThat(state.exitCode()).isEqualTo(3);
        assertThat(state.startedAt()).get().satisfies(at -> assertThat(at).isBetween(Instant.EPOCH, Instant.MAX));
        assertThat(log(folder)).isEqualTo("out\nerr\n");
    }

    @Test
    void aCommandGetsItsEnvironmentAndMarkerAndNothingElse() {
        String odd = "a 'b' \"c\" $HOME `id` \\ \n ä";
        run(
                launcher,
                CommandSpec.builder(MARKER, folder, List.of("/usr/bin/env")).addEnvironment("ODD", odd));

        assertThat(log(folder).replace(odd, "odd").lines().filter(line -> !line.startsWith("PWD=")))
                .containsExactlyInAnyOrder("ODD=odd", "QL_MARKER=" + MARKER);
    }

    @Test
    void argumentsArriveUnchanged() {
        List<String> command = List.of("/usr/bin/printf", "<%s>", "", "a b", "'", "\"$HOME\"", "-n", "*", "\n", "ä=ö");
        run(launcher, CommandSpec.builder(MARKER, folder, command));

        assertThat(log(folder)).isEqualTo("<><a b><'><\"$HOME\"><-n><*><\n><ä=ö>");
    }

    @Test
    void aCommandReadsNothingFromTheHost() {
        assertThat(run(launcher, shell(folder, "cat; echo end")).exitCode()).isZero();
        assertThat(log(folder)).isEqualTo("end\n");
    }

    @Test
    void aRunningCommandOfTheSameMarkerIsAdopted() {
        CommandSpec spec =
                shell(folder, "echo started >>starts; exec sleep 600").build();
        ProcessState first = launcher.start(spec);
        until(() -> !text(folder.resolve("starts")).isEmpty());

        try (LocalLauncher other = newLauncher()) {
            assertThat(other.start(spec)).isEqualTo(first);
            assertThat(other.state(folder, MARKER).kind()).isEqualTo(Kind.RUNNING);
        }
        assertThat(launcher.start(spec)).isEqualTo(first);
        assertThat(text(folder.resolve("starts"))).isEqualTo("started\n");
    }

    @Test
    void aRunningCommandOfAnotherMarkerIsLeftAlone() {
        launcher.start(shell(folder, "exec sleep 600").build());

        assertThatThrownBy(() -> launcher.start(CommandSpec.builder("other", folder, List.of("/bin/true"))
                        .build()))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().type()).isEqualTo(ErrorType.CONCURRENCY));
        assertThat(launcher.stop(folder, "other", Duration.ZERO).kind()).isEqualTo(Kind.NEVER_STARTED);
        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.RUNNING);
    }

    @Test
    void sixteenHostsThatStartOneCommandStartItOnce() throws Exception {
        CommandSpec spec =
                shell(folder, "echo started >>starts; exec sleep 600").build();
        List<LocalLauncher> hosts = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<ProcessState>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                LocalLauncher host = newLauncher();
                hosts.add(host);
                host.sandbox();
                answers.add(callers.submit(() -> host.start(spec)));
            }
            Set<Long> pids = new HashSet<>();
            for (Future<ProcessState> answer : answers) {
                pids.add(answer.get().pid());
            }
            assertThat(pids).hasSize(1);
            until(() -> !text(folder.resolve("starts")).isEmpty());
            assertThat(text(folder.resolve("starts"))).isEqualTo("started\n");
        } finally {
            callers.shutdown();
            hosts.forEach(LocalLauncher::close);
        }
    }

    @Test
    void aCommandThatEndedIsStartedAgainAndItsLogGoesOn() {
        run(launcher, shell(folder, "echo one; exit 1"));
        ProcessState second = run(launcher, shell(folder, "echo two; exit 2"));

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(log(folder)).isEqualTo("one\ntwo\n");
    }

    @Test
    void aMissingProgramIsRefusedByName() {
        for (String program : List.of("no-such-program", "./no-such-program", "/no/such/program")) {
            assertThatThrownBy(() -> launcher.start(CommandSpec.builder(MARKER, folder, List.of(program))
                            .build()))
                    .hasMessageContaining("dependency [process.no-program]")
                    .hasMessageContaining(program);
        }
    }

    @Test
    void aPathThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(() -> launcher.start(
                        shell(folder, "true").addReadable(root.resolve("gone")).build()))
                .hasMessageContaining("configuration [process.no-path]")
                .hasMessageContaining("gone");
    }

    @Test
    void aProgramOfTheFolderIsFound() throws IOException {
        Path program = Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\npwd; exit 7\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(run(launcher, CommandSpec.builder(MARKER, folder, List.of("./run.sh")))
                        .exitCode())
                .isEqualTo(7);
        assertThat(log(folder)).isEqualTo(folder.toRealPath() + "\n");
    }

    @Test
    void aStoppedCommandMayFinishFirst() {
        launcher.start(shell(folder, "trap 'echo bye; exit 5' TERM; echo up >up; while :; do sleep 0.05; done")
                .outlivesHost(true)
                .build());
        untilExists(folder.resolve("up"));

        ProcessState state = launcher.stop(folder, MARKER, GRACE);

        assertThat(state.kind()).isEqualTo(Kind.EXITED);
        assertThat(state.exitCode()).isEqualTo(5);
        assertThat(log(folder)).contains("bye");
        assertThat(launcher.stop(folder, MARKER, GRACE)).isEqualTo(state);
    }

    @Test
    void anInterruptedStopDoesNotWaitAndStillEndsTheCommand() {
        launcher.start(shell(folder, "trap '' TERM; echo up >up; sleep 7331; sleep 7331")
                .build());
        untilExists(folder.resolve("up"));

        Thread.currentThread().interrupt();
        ProcessState state = launcher.stop(folder, MARKER, Duration.ofHours(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(state.kind()).isEqualTo(Kind.EXITED);
        assertThat(sleeping("7331")).isEmpty();
    }

    @Test
    void aDeafCommandIsKilledWithAllItStarted() {
        String second =
                "trap '' TERM; setsid sleep 7341 & (setsid sleep 7342 &) & sleep 7343 & echo up >up; wait; wait";
        launcher.start(shell(folder, second).outlivesHost(true).build());
        untilExists(folder.resolve("up"));
        until(() -> Set.of("7341", "7342", "7343").stream()
                .noneMatch(a -> sleeping(a).isEmpty()));

        ProcessState state = launcher.stop(folder, MARKER, Duration.ofMillis(50));

        assertThat(state.kind()).isNotEqualTo(Kind.RUNNING);
        assertThat(Set.of("7341", "7342", "7343"))
                .allSatisfy(a -> assertThat(sleeping(a)).isEmpty());
    }

    @Test
    void whatACommandLeavesBehindEndsWithIt() {
        run(launcher, shell(folder, "setsid sleep 7351 & exit 0"));

        assertThat(sleeping("7351")).isEmpty();
    }

    @Test
    void aKilledSupervisorMeansVanishedAndAnotherStartIsFresh() {
        CommandSpec spec =
                shell(folder, "echo started >>starts; exec sleep 7361").build();
        ProcessState first = launcher.start(spec);
        until(() -> !sleeping("7361").isEmpty());
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();

        ProcessState vanished = await(launcher, folder);
        assertThat(vanished.kind()).isEqualTo(Kind.VANISHED);
        ProcessState second = launcher.start(spec);

        assertThat(second.kind()).isEqualTo(Kind.RUNNING);
        assertThat(second.pid()).isNotEqualTo(first.pid());
        until(() -> text(folder.resolve("starts")).equals("started\nstarted\n"));
        until(() -> sleeping("7361").size() == 1);
    }

    @Test
    void aReusedPidIsNeverTakenForTheCommand() throws IOException {
        long self = ProcessHandle.current().pid();
        run(launcher, shell(folder, "true"));
        String claim = text(folder.resolve("command.pid"));
        Files.delete(folder.resolve("command.exit"));
        Files.delete(folder.resolve("command.pid"));
        Files.writeString(folder.resolve("command.pid"), claim.replaceFirst("^\\d+", String.valueOf(self)));

        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.VANISHED);
        assertThat(launcher.stop(folder, MARKER, Duration.ZERO).kind()).isEqualTo(Kind.VANISHED);
    }

    @Test
    void aClaimWithoutContentAfterAPowerCutMeansVanished() throws IOException {
        Files.createFile(folder.resolve("command.pid"));

        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.VANISHED);
        assertThat(run(launcher, shell(folder, "exit 4")).exitCode()).isEqualTo(4);
    }

    @Test
    void aSupervisorThatComesAfterTheStopRunsNothing() {
        launcher.stop(folder, MARKER, Duration.ZERO);
        CommandSpec spec = shell(folder, "echo ran >ran").build();
        new CommandFolder(folder).prepare("echo ran >ran");
        Confinement none = Confinement.find(SandboxMode.OFF, Tools.ofSystem(), Commands.javaHome());
        Process late = new Spawn(Tools.ofSystem()).start(spec, folder, none);

        until(() -> !late.isAlive());
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.NEVER_STARTED);
        assertThat(run(launcher, shell(folder, "echo ran >ran")).exitCode()).isZero();
        assertThat(folder.resolve("ran")).exists();
    }

    @Test
    void closingEndsWhatFollowsTheHostAndNothingElse() throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));
        launcher.start(shell(folder, "sleep 7371 & setsid sleep 7372 & wait").build());
        launcher.start(
                CommandSpec.builder("other-" + Commands.OWN, other, List.of("/bin/sleep", "7373." + Commands.OWN))
                        .outlivesHost(true)
                        .build());
        until(() -> Set.of("7371", "7372", "7373").stream()
                .noneMatch(a -> sleeping(a).isEmpty()));

        launcher.close();

        until(() -> sleeping("7371").isEmpty() && sleeping("7372").isEmpty());
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("ql-launcher"));
        assertThat(launcher.state(folder, MARKER).kind()).isEqualTo(Kind.VANISHED);
        assertThat(launcher.state(other, "other-" + Commands.OWN).kind()).isEqualTo(Kind.RUNNING);
        launcher.stop(other, "other-" + Commands.OWN, Duration.ZERO);
        assertThat(sleeping("7373")).isEmpty();
        assertThatThrownBy(() -> launcher.start(shell(folder, "true").build()))
                .isInstanceOf(IllegalStateException.class);
    }
}
