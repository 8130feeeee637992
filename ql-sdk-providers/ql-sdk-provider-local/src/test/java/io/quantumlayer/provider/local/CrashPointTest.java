package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.Sandbox;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host dies at one point of an effect; the next one asks again under the same key. */
@Timeout(120)
class CrashPointTest {
    private Bench bench;
    private ReleaseSpec spec;

    @BeforeEach
    void open(@TempDir Path home) {
        bench = new Bench(home.resolve("local"));
        spec = bench.spec(1);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void inTheMiddleOfTheCopyNothingLooksPlacedAndTheNextHostPlacesIt() throws Exception {
        Operation operation = bench.operation(bench.provider(), spec, ReleaseFolderService.ID);
        bench.artifacts.crashAfterFirstFile(new Crash());
        assertThatThrownBy(() -> bench.provider().ensure(bench.keyed(spec, operation), spec, operation))
                .isInstanceOf(Crash.class);
        bench.artifacts.crashAfterFirstFile(null);
        assertThat(bench.provider()
                        .observe(bench.keyed(spec, operation), operation)
                        .presence())
                .isEqualTo(Presence.ABSENT);
        Bench.done(bench.ensure(bench.provider(), spec, ReleaseFolderService.ID));
        Path releases = bench.folder(Bench.NOTES).releases();
        assertThat(releases)
                .isDirectoryContaining(path -> path.endsWith(spec.release().value()));
        try (var entries = Files.list(releases)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void aCopyBrokenOffIsRemovedWithTheRelease() throws Exception {
        Operation operation = bench.operation(bench.provider(), spec, ReleaseFolderService.ID);
        bench.artifacts.crashAfterFirstFile(new Crash());
        assertThatThrownBy(() -> bench.provider().ensure(bench.keyed(spec, operation), spec, operation))
                .isInstanceOf(Crash.class);
        bench.remove(bench.provider(), spec, ReleaseFolderService.ID);
        assertThat(bench.entries()).isEmpty();
    }

    @Test
    void betweenTheRecordAndTheStartThePortIsUsedAgain() {
        placeFolders();
        bench.launchWith(launcher -> new Dying(launcher, Point.BEFORE_START));
        assertThatThrownBy(this::start).isInstanceOf(Crash.class);
        assertThat(bench.launcher.started()).isEmpty();
        int recorded = record().orElseThrow().port();
        bench.launchWith(launcher -> launcher);
        Map<String, String> told = Bench.done(start());
        assertThat(told).containsEntry("port", Integer.toString(recorded));
    }

    @Test
    void rightAfterTheStartTheProcessIsAdoptedAndNoSecondOneIsStarted() throws Exception {
        placeFolders();
        bench.launchWith(launcher -> new Dying(launcher, Point.AFTER_START));
        assertThatThrownBy(this::start).isInstanceOf(Crash.class);
        bench.launchWith(launcher -> launcher);
        assertThat(observe()).isEqualTo(Presence.PRESENT);
        Map<String, String> told = Bench.done(start());
        assertThat(bench.launcher.started()).hasSize(1);
        assertThat(Bench.get(URI.create(told.getOrDefault("candidate", "")), "/health"))
                .isEqualTo("ok");
    }

    @Test
    void afterItStandsEveryHostAndEveryKeyFindsTheSameProcess() {
        Map<String, String> first = bench.place(bench.provider(), spec);
        assertThat(bench.place(bench.provider(), spec)).isEqualTo(first);
        Provider later = bench.provider();
        Operation operation = bench.operation(later, spec, ProcessService.ID);
        assertThat(Bench.done(Bench.settle(() -> later.ensure(bench.call(Bench.key("rollback")), spec, operation))))
                .isEqualTo(first);
        assertThat(later.observe(bench.call(Bench.key("rollback")), operation).attributes())
                .isEqualTo(first);
        assertThat(bench.launcher.started()).hasSize(1);
    }

    @Test
    void betweenTheEndOfAProcessAndTheRestartItIsStartedOnceMore() {
        Map<String, String> first = bench.place(bench.provider(), spec);
        bench.launcher.killAll();
        assertThat(observe()).isEqualTo(Presence.ABSENT);
        bench.launchWith(launcher -> new Dying(launcher, Point.BEFORE_START));
        assertThatThrownBy(this::start).isInstanceOf(Crash.class);
        bench.launchWith(launcher -> launcher);
        Map<String, String> second = Bench.done(start());
        assertThat(second.get("pid")).isNotEqualTo(first.get("pid"));
        assertThat(bench.launcher.started()).hasSize(2);
    }

    @Test
    void betweenTheStopAndItsRecordTheRemovalIsFinishedByTheNextHost() throws Exception {
        bench.place(bench.provider(), spec);
        bench.launchWith(launcher -> new Dying(launcher, Point.AFTER_STOP));
        Operation operation = bench.operation(bench.provider(), spec, ProcessService.ID);
        assertThatThrownBy(() -> bench.provider().remove(bench.keyed(spec, operation), operation))
                .isInstanceOf(Crash.class);
        bench.launchWith(launcher -> launcher);
        assertThat(observe()).isEqualTo(Presence.ABSENT);
        bench.remove(bench.provider(), spec, ProcessService.ID);
        assertThat(record()).isEmpty();
    }

    @Test
    void aRemovalBrokenOffHalfWayIsStillSeenAndFinished() throws Exception {
        bench.place(bench.provider(), spec);
        bench.remove(bench.provider(), spec, ProcessService.ID);
        Path folder = bench.folder(Bench.NOTES).release(spec.release()).path();
        Files.move(folder, folder.resolveSibling(folder.getFileName() + ".removing"));
        Operation operation = bench.operation(bench.provider(), spec, ReleaseFolderService.ID);
        assertThat(bench.provider()
                        .observe(bench.keyed(spec, operation), operation)
                        .presence())
                .isEqualTo(Presence.PRESENT);
        bench.remove(bench.provider(), spec, ReleaseFolderService.ID);
        assertThat(bench.provider()
                        .observe(bench.keyed(spec, operation), operation)
                        .presence())
                .isEqualTo(Presence.ABSENT);
    }

    private void placeFolders() {
        Bench.done(bench.ensure(bench.provider(), spec, DataFolderService.ID));
        Bench.done(bench.ensure(bench.provider(), spec, ReleaseFolderService.ID));
    }

    private Effect<Map<String, String>> start() {
        return bench.ensure(bench.provider(), spec, ProcessService.ID);
    }

    private Presence observe() {
        Operation operation = bench.operation(bench.provider(), spec, ProcessService.ID);
        return bench.provider().observe(bench.keyed(spec, operation), operation).presence();
    }

    private Optional<ProcessRecord> record() {
        try {
            return bench.folder(Bench.NOTES).release(spec.release()).process();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where the host dies. */
    private enum Point {
        BEFORE_START,
        AFTER_START,
        AFTER_STOP
    }

    /** Stands for the death of the host: nobody catches it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A launcher whose host dies at one point. */
    private record Dying(ProcessLauncher launcher, Point point) implements ProcessLauncher {
        @Override
        public Sandbox sandbox() {
            return launcher.sandbox();
        }

        @Override
        public ProcessState start(CommandSpec command) {
            die(Point.BEFORE_START);
            ProcessState state = launcher.start(command);
            die(Point.AFTER_START);
            return state;
        }

        @Override
        public ProcessState state(Path folder, String marker) {
            return launcher.state(folder, marker);
        }

        @Override
        public ProcessState stop(Path folder, String marker, Duration grace) {
            ProcessState state = launcher.stop(folder, marker, grace);
            die(Point.AFTER_STOP);
            return state;
        }

        private void die(Point here) {
            if (here == point) {
                throw new Crash();
            }
        }
    }
}
