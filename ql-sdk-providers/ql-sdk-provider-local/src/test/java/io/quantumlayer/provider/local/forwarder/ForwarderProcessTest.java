package io.quantumlayer.provider.local.forwarder;

import static io.quantumlayer.provider.local.forwarder.RunningForwarder.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ForwarderProcessTest {

    private ForwarderProcess forwarders;
    private ReleaseServer release;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        forwarders = new ForwarderProcess(folder);
        release = new ReleaseServer("one");
    }

    @AfterEach
    void stop() throws IOException {
        release.close();
        forwarders.close();
    }

    @Test
    void afterKillNineItComesBackWithItsAddressAndItsTarget() throws Exception {
        ForwarderReady first = forwarders.start(0);
        lead();
        Optional<ForwarderTarget> target = done(forwarders.client().target());
        ForwarderProcess.signal(first, "KILL");
        ForwarderProcess.awaitEnd(first);
        assertThat(forwarders.client().target().kind()).isEqualTo(ForwarderReply.Kind.UNREACHABLE);
        ForwarderReady second = forwarders.start(0);
        assertThat(second.listenPort()).isEqualTo(first.listenPort());
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(done(forwarders.client().target())).isEqualTo(target).isPresent();
        assertThat(LineClient.askOnce(second.listenPort())).isEqualTo("one");
    }

    @Test
    void killedWhileConnectionsAreOpenItGetsItsAddressBack() throws Exception {
        ForwarderReady first = forwarders.start(0);
        lead();
        try (LineClient open = new LineClient(first.listenPort())) {
            open.ask("who");
            ForwarderProcess.signal(first, "KILL");
            ForwarderProcess.awaitEnd(first);
            assertThat(forwarders.start(0).listenPort()).isEqualTo(first.listenPort());
        }
    }

    @Test
    void toldToStopItDrainsForgetsAndExitsWithZero() throws Exception {
        ForwarderReady ready = forwarders.start(0);
        ProcessHandle process = ready.process().orElseThrow();
        lead();
        try (LineClient busy = new LineClient(ready.listenPort())) {
            busy.say(ReleaseServer.HOLD);
            release.awaitHeld();
            assertThat(done(forwarders.client().stop(Duration.ofSeconds(30)))).isEqualTo(ready);
            assertThatThrownBy(() -> LineClient.askOnce(ready.listenPort())).isInstanceOf(ConnectException.class);
            assertThat(process.isAlive()).isTrue();
            assertThat(forwarders.folder().ended()).isFalse();
            release.answerHeld();
            assertThat(busy.hear()).isEqualTo("one");
        }
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(forwarders.folder().ended()).isTrue();
        assertThat(forwarders.folder().ready()).isEmpty();
        assertThat(forwarders.folder().path()).isDirectoryNotContaining("glob:**/target");
        assertThat(forwarders.log()).endsWith("stopped\n");
    }

    @Test
    void aSecondStartInTheSameFolderLeavesTheFirstAlone() throws Exception {
        ForwarderReady first = forwarders.start(0);
        assertThat(exitCode(forwarders.launch(forwarders.command(0)))).isEqualTo(ForwarderMain.EXIT_OK);
        assertThat(forwarders.log()).contains("already running");
        assertThat(forwarders.folder().ready()).contains(first);
        assertThat(forwarders.client().target().kind()).isEqualTo(ForwarderReply.Kind.DONE);
    }

    @Test
    void askingWhetherOneRunsDoesNotKeepItFromStarting() throws Exception {
        assertThat(forwarders.folder().running()).isFalse();
        try (FileLock asking = forwarders.folder().lock().orElseThrow()) {
            Process process = forwarders.launch(forwarders.command(0));
            assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            asking.release();
            assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(forwarders.folder().running()).isTrue();
    }

    @Test
    void aTakenPortIsNamedAndEndsTheStart() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(Sockets.loopback(0));
            Process process = forwarders.launch(forwarders.command(other.getLocalPort()));
            assertThat(exitCode(process)).isEqualTo(ForwarderMain.EXIT_PORT_TAKEN);
            assertThat(forwarders.log()).contains("port " + other.getLocalPort() + " of 127.0.0.1 is taken");
        }
        assertThat(forwarders.folder().ready()).isEmpty();
    }

    @Test
    void aFixedPortIsTakenAsSoonAsItGetsFree() throws Exception {
        ServerSocketChannel other = Sockets.listen(0);
        int port = Sockets.port(other);
        Process process = forwarders.launch(forwarders.command(port));
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
        assertThat(forwarders.folder().ready()).isEmpty();
        ForwarderReady ready = forwarders.awaitReady(() -> {
            other.close();
            return other;
        });
        assertThat(ready.listenPort()).isEqualTo(port);
        assertThat(ready.pid()).isEqualTo(process.pid());
    }

    @Test
    void hangUpInterruptAndTheDeathOfItsParentDoNotEndItNorDoesAClosedLog() throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" >&- 2>&- <&- &", "parent"));
        command.addAll(forwarders.command(0));
        ForwarderReady ready = forwarders.start(command);
        ForwarderProcess.signal(ready, "HUP");
        ForwarderProcess.signal(ready, "INT");
        lead();
        for (int i = 0; i < 100; i++) {
            assertThat(LineClient.askOnce(ready.listenPort())).isEqualTo("one");
        }
        assertThat(ready.process()).isPresent();
    }

    @Test
    void aThousandOpenConnectionsFitIntoItsMemory() throws Exception {
        ForwarderReady ready = forwarders.start(0);
        lead();
        List<LineClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                clients.add(new LineClient(ready.listenPort()));
            }
            for (int round = 0; round < 5; round++) {
                for (LineClient client : clients) {
                    assertThat(client.ask("who")).isEqualTo("one");
                }
            }
            assertThat(done(forwarders.client().stats()).open()).containsEntry("one", 1_000);
        } finally {
            for (LineClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aTokenThatOthersMayReadIsNotAccepted() throws Exception {
        Files.setPosixFilePermissions(forwarders.folder().token(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(exitCode(forwarders.launch(forwarders.command(0)))).isEqualTo(ForwarderMain.EXIT_IO);
        assertThat(forwarders.log()).contains("readable by its owner only");
    }

    @Test
    void wrongArgumentsAreAnsweredWithTheUsage() throws Exception {
        assertThat(exitCode(forwarders.launch(forwarders.command(70_000)))).isEqualTo(ForwarderMain.EXIT_USAGE);
        assertThat(forwarders.log()).contains("usage: FOLDER [PORT]");
    }

    @Test
    void itEndsByItselfWhenItsFolderIsRemoved() throws Exception {
        ForwarderReady ready = forwarders.start(0);
        Files.delete(forwarders.folder().token());
        ForwarderProcess.awaitEnd(ready);
        assertThat(forwarders.log()).contains("the folder is gone");
    }

    private void lead() {
        done(forwarders.client().switchTo(release.name(), "sha256:one", release.port(), Duration.ZERO));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
