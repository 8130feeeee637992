package io.quantumlayer.provider.local.forwarder;

import static io.quantumlayer.provider.local.forwarder.RunningForwarder.LONG_DRAIN;
import static io.quantumlayer.provider.local.forwarder.RunningForwarder.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SwitchTest {

    private RunningForwarder forwarder;
    private ReleaseServer one;
    private ReleaseServer two;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        forwarder = new RunningForwarder(folder);
        one = new ReleaseServer("one");
        two = new ReleaseServer("two");
        forwarder.lead(one, LONG_DRAIN);
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        two.close();
        forwarder.close();
    }

    @Test
    void aNewConnectionGoesToTheNewReleaseAsSoonAsTheSwitchIsAnswered() throws Exception {
        assertThat(LineClient.askOnce(forwarder.port())).isEqualTo("one");
        assertThat(forwarder.lead(two, LONG_DRAIN)).isEqualTo(ForwarderChange.CHANGED);
        assertThat(LineClient.askOnce(forwarder.port())).isEqualTo("two");
        assertThat(done(forwarder.client().target()).map(ForwarderTarget::release))
                .contains("two");
    }

    @Test
    void theSameReleaseAgainChangesNothing() throws Exception {
        Optional<ForwarderTarget> before = done(forwarder.client().target());
        try (LineClient client = new LineClient(forwarder.port())) {
            assertThat(client.ask("who")).isEqualTo("one");
            assertThat(forwarder.lead(one, Duration.ZERO)).isEqualTo(ForwarderChange.UNCHANGED);
            assertThat(client.ask("who")).isEqualTo("one");
        }
        assertThat(done(forwarder.client().target())).isEqualTo(before).isPresent();
    }

    @Test
    void aConnectionThatRestsIsClosedInOrderAndABusyOneIsAnsweredFirst() throws Exception {
        try (LineClient resting = new LineClient(forwarder.port());
                LineClient busy = new LineClient(forwarder.port())) {
            resting.ask("who");
            busy.say(ReleaseServer.HOLD);
            one.awaitHeld();
            forwarder.lead(two, LONG_DRAIN);
            assertThat(resting.hear()).isNull();
            busy.waitAtMost(1_000);
            assertThatThrownBy(busy::hear).isInstanceOf(SocketTimeoutException.class);
            one.answerHeld();
            assertThat(busy.hear()).isEqualTo("one");
            assertThat(busy.hear()).isNull();
        }
        assertThat(forwarder.count(ForwarderCount.CLOSED_IDLE)).isEqualTo(2);
        assertThat(forwarder.count(ForwarderCount.CLOSED_BUSY)).isZero();
    }

    @Test
    void aConnectionThatIsBusyAtTheEndOfTheDrainTimeIsCutAndCounted() throws Exception {
        try (LineClient busy = new LineClient(forwarder.port())) {
            busy.say(ReleaseServer.HOLD);
            one.awaitHeld();
            forwarder.lead(two, Duration.ofMillis(300));
            assertThatThrownBy(busy::hear).isInstanceOf(SocketException.class);
        }
        assertThat(forwarder.count(ForwarderCount.CLOSED_BUSY)).isEqualTo(1);
    }

    @Test
    void goingBackToAReleaseSparesItsConnectionsThatStillDrain() throws Exception {
        try (LineClient busy = new LineClient(forwarder.port())) {
            busy.say(ReleaseServer.HOLD);
            one.awaitHeld();
            forwarder.lead(two, Duration.ofMillis(300));
            forwarder.lead(one, Duration.ofMillis(300));
            busy.waitAtMost(900);
            assertThatThrownBy(busy::hear).isInstanceOf(SocketTimeoutException.class);
            one.answerHeld();
            assertThat(busy.hear()).isEqualTo("one");
            assertThat(busy.ask("who")).isEqualTo("one");
        }
        assertThat(LineClient.askOnce(forwarder.port())).isEqualTo("one");
        assertThat(forwarder.count(ForwarderCount.CLOSED_BUSY)).isZero();
    }

    @Test
    void switchedOffItClosesOpenAndNewConnectionsAtOnceAndKeepsTheAddress() throws Exception {
        try (LineClient open = new LineClient(forwarder.port())) {
            open.ask("who");
            assertThat(done(forwarder.client().off(Duration.ZERO))).isEqualTo(ForwarderChange.CHANGED);
            assertThatThrownBy(open::hear).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(() -> LineClient.askOnce(forwarder.port())).isInstanceOf(SocketException.class);
        assertThat(done(forwarder.client().target())).isEmpty();
        assertThat(done(forwarder.client().off(Duration.ZERO))).isEqualTo(ForwarderChange.UNCHANGED);
        assertThat(forwarder.count(ForwarderCount.REFUSED)).isEqualTo(1);
        forwarder.lead(two, LONG_DRAIN);
        assertThat(LineClient.askOnce(forwarder.port())).isEqualTo("two");
    }

    @Test
    void switchedOffItDoesNotWaitForAnEarlierDrain() throws Exception {
        try (LineClient busy = new LineClient(forwarder.port())) {
            busy.say(ReleaseServer.HOLD);
            one.awaitHeld();
            forwarder.lead(two, LONG_DRAIN);
            done(forwarder.client().off(Duration.ZERO));
            busy.waitAtMost(5_000);
            assertThatThrownBy(busy::hear).isExactlyInstanceOf(SocketException.class);
        }
        assertThat(forwarder.count(ForwarderCount.CLOSED_BUSY)).isEqualTo(1);
    }

    @Test
    void theStatisticsTellWhatHappened() throws Exception {
        try (LineClient old = new LineClient(forwarder.port())) {
            old.say(ReleaseServer.HOLD);
            one.awaitHeld();
            forwarder.lead(two, LONG_DRAIN);
            try (LineClient client = new LineClient(forwarder.port())) {
                for (int i = 0; i < 100; i++) {
                    assertThat(client.ask("who")).isEqualTo("two");
                }
                ForwarderStats stats = done(forwarder.client().stats());
                assertThat(stats.open()).containsExactly(entry("one", 1), entry("two", 1));
                assertThat(stats.count(ForwarderCount.ACCEPTED)).isEqualTo(2);
                assertThat(stats.count(ForwarderCount.BYTES_FROM_CLIENTS)).isEqualTo(405);
                assertThat(stats.count(ForwarderCount.BYTES_FROM_RELEASES)).isEqualTo(400);
                assertThat(stats.latency().answers()).isEqualTo(100);
                assertThat(stats.latency().p50())
                        .isPositive()
                        .isLessThanOrEqualTo(stats.latency().p99());
            }
            one.answerHeld();
        }
    }
}
