package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every monitor promises. */
public abstract class MonitorContract {
    private KitCalls calls;
    private Monitor monitor;

    /** Only for subclasses. */
    protected MonitorContract() {}

    /**
     * Creates a monitor over the one outside of this test, as a new host process would.
     *
     * @return the monitor under test
     */
    protected abstract Monitor monitor();

    /**
     * Returns a release that can be watched.
     *
     * @return the release
     */
    protected abstract MonitoredRelease release();

    /**
     * Returns a release of which nothing can be read.
     *
     * @return the release, or empty if the monitor reads something of every release
     */
    protected abstract Optional<MonitoredRelease> unreadable();

    /**
     * Returns the monitor's time.
     *
     * @return manual for a fake, real for a real outside
     */
    protected abstract KitTime time();

    /**
     * Returns the application on whose behalf the kit makes its calls; the releases belong to it.
     *
     * @return the application
     */
    protected static final ApplicationId application() {
        return KitCalls.APPLICATION;
    }

    @BeforeEach
    final void open() {
        calls = new KitCalls(time());
        monitor = monitor();
    }

    @Test
    @DisplayName("attaching reads at least one signal with a name, and none from the future")
    final void attaches() {
        List<Signal> signals = attach();
        assertThat(signals).isNotEmpty();
        assertThat(signals).extracting(Signal::name).doesNotContain("");
        assertThat(signals)
                .allSatisfy(
                        s -> assertThat(s.at()).isBeforeOrEqualTo(time().clock().instant()));
        assertThat(signals).allSatisfy(s -> assertThat(s.value()).isFinite());
    }

    @Test
    @DisplayName("attaching again reads the same signals again")
    final void attachesOnce() {
        List<String> names = attach().stream().map(Signal::name).toList();
        assertThat(attach()).extracting(Signal::name).containsExactlyElementsOf(names);
    }

    @Test
    @DisplayName("an attached release is read as often as one likes, after a restart of the host too")
    final void readsAfterRestart() {
        attach();
        assertThat(monitor.read(calls.call("read"), release())).isNotEmpty();
        monitor = monitor();
        assertThat(monitor.read(calls.call("read"), release())).isNotEmpty();
    }

    @Test
    @DisplayName("detaching again, or what was never attached, is no error")
    final void detaches() {
        monitor.detach(calls.call("detach"), release());
        attach();
        monitor.detach(calls.call("detach"), release());
        monitor.detach(calls.call("detach"), release());
        assertThat(attach()).as("attached once more").isNotEmpty();
    }

    @Test
    @DisplayName("where nothing can be read, attaching fails and reading gives no signal instead of zeros")
    final void admitsBlindness() {
        unreadable().ifPresent(release -> {
            Effect<List<Signal>> blind = calls.settled(() -> monitor.attach(calls.call("blind"), release));
            assertThat(blind.kind()).isEqualTo(Effect.Kind.FAILED);
            assertThat(monitor.read(calls.call("read"), release)).isEmpty();
        });
    }

    private List<Signal> attach() {
        return calls.done(() -> monitor.attach(calls.call("attach"), release()));
    }
}
