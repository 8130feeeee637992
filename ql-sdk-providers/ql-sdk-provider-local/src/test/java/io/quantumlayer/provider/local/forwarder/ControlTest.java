package io.quantumlayer.provider.local.forwarder;

import static io.quantumlayer.provider.local.forwarder.RunningForwarder.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private RunningForwarder forwarder;

    @BeforeEach
    void start() throws IOException {
        forwarder = new RunningForwarder(folder);
        forwarder.lead("first", 1, Duration.ZERO);
    }

    @AfterEach
    void stop() throws IOException {
        forwarder.close();
    }

    @Test
    void aWrongTokenIsRefusedAndNobodyRepeatsIt() throws IOException {
        ForwarderFolder strangers =
                ForwarderFolder.at(folder.resolve("stranger")).prepare();
        strangers.readyFile().write(forwarder.folder().readyFile().read());
        ForwarderClient stranger = ForwarderClient.of(strangers, LIMIT);
        ForwarderReply<ForwarderChange> reply = stranger.switchTo("evil", "sha256:1", 2, Duration.ZERO);
        assertThat(reply.kind()).isEqualTo(ForwarderReply.Kind.UNREACHABLE);
        assertThat(reply.message()).contains("does not know the token");
        assertThat(reply.toString())
                .doesNotContain(Files.readString(strangers.token()))
                .doesNotContain(Files.readString(forwarder.folder().token()));
        assertUnchanged();
    }

    @Test
    void theTokenItselfOpensNothingAndIsNotEchoed() throws IOException {
        String token = Files.readString(forwarder.folder().token());
        try (ControlCall call = call()) {
            call.receive();
            call.send(token + " OFF 0");
            assertThat(call.receive()).contains("ERR denied").doesNotContain(token);
        }
        assertUnchanged();
    }

    @Test
    void aRecordedCommandIsWorthlessOnAnotherConnection() throws IOException {
        String recorded;
        try (ControlCall call = call()) {
            recorded = forwarder.folder().seal().seal(Seal.Way.REQUEST, nonce(call), "OFF 0");
        }
        try (ControlCall call = call()) {
            nonce(call);
            call.send(recorded);
            assertThat(call.receive()).contains("ERR denied");
        }
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NONSENSE",
                "switch a sha256:1 80 0",
                "TARGET again",
                "SWITCH",
                "SWITCH a sha256:1 80",
                "SWITCH a sha256:1 80 0 0",
                "SWITCH a sha256:1 0 0",
                "SWITCH a sha256:1 65536 0",
                "SWITCH a sha256:1 80 -1",
                "SWITCH a sha256:1 80 600001",
                "SWITCH a sha256:1 99999999999 0",
                "SWITCH ../a sha256:1 80 0",
                "SWITCH a=b sha256:1 80 0",
                "SWITCH a\tb sha256:1 80 0",
                "SWITCH a  80 0",
                "OFF",
                "OFF now",
                "STOP -1"
            })
    void aMalformedCommandIsRefusedAndChangesNothing(String command) throws IOException {
        assertThat(sealed(command)).containsPattern("ERR (bad-request|unknown-command) .+");
        assertUnchanged();
    }

    @Test
    void itDoesNotForwardToItself() throws IOException {
        assertThat(sealed("SWITCH a sha256:1 " + forwarder.port() + " 0")).contains("ERR bad-request");
        assertThat(sealed("SWITCH a sha256:1 " + forwarder.controlPort() + " 0"))
                .contains("ERR bad-request");
        assertUnchanged();
    }

    @Test
    void neitherPortAnswersBesideTheOneLoopbackAddress() {
        for (int port : new int[] {forwarder.port(), forwarder.controlPort()}) {
            assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLineWithoutEndIsCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getInputStream().readNBytes(38);
            byte[] flood = "x".repeat(1_024).getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(flood);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("ERR too-long").hasSizeLessThan(200);
        }
        assertUnchanged();
    }

    @Test
    void noiseOfAnyKindLeavesItServing() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            try (Socket socket = connect()) {
                socket.getOutputStream().write(noise);
            } catch (SocketException e) {
                assertThat(e).hasMessageMatching(".*(reset|pipe).*"); // it may stop listening before we stop talking
            }
        }
        assertUnchanged();
    }

    @Test
    void aSilentConnectionEndsByItself() throws IOException {
        try (Socket socket = connect()) {
            assertThat(socket.getInputStream().readAllBytes()).hasSize(38);
        }
    }

    @Test
    void silentConnectionsWithoutEndDelayACommandButDoNotStopIt() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                silent.add(connect());
            }
            assertUnchanged();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void withoutAForwarderTheReplySaysSo() throws IOException {
        ForwarderFolder empty = ForwarderFolder.at(folder.resolve("empty")).prepare();
        assertThat(ForwarderClient.of(empty, LIMIT).target())
                .isInstanceOf(ForwarderReply.Unreachable.class)
                .extracting(ForwarderReply::message)
                .asString()
                .contains("no forwarder is ready");
    }

    @Test
    void aFolderThatCannotBeWrittenRefusesTheSwitchBeforeItHappens() throws IOException {
        Path blocked = forwarder.folder().path().resolve("target.next");
        Files.createDirectories(blocked.resolve("in the way"));
        ForwarderReply<ForwarderChange> reply = forwarder.client().switchTo("second", "sha256:2", 2, Duration.ZERO);
        assertThat(reply)
                .isInstanceOfSatisfying(
                        ForwarderReply.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("state"));
        assertUnchanged();
    }

    private void assertUnchanged() {
        assertThat(done(forwarder.client().target()).map(ForwarderTarget::release))
                .contains("first");
    }

    private String sealed(String command) throws IOException {
        try (ControlCall call = call()) {
            call.send(forwarder.folder().seal().seal(Seal.Way.REQUEST, nonce(call), command));
            return call.receive();
        }
    }

    private ControlCall call() throws IOException {
        return new ControlCall(forwarder.controlPort(), LIMIT);
    }

    private static String nonce(ControlCall call) throws IOException {
        return call.receive().substring("QLF1 ".length());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.connect(Sockets.loopback(forwarder.controlPort()), 10_000);
        return socket;
    }
}
