package io.quantumlayer.core.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of this package share: shell commands, and waiting for what they do. */
final class Commands {
    /** Tells the processes of this JVM from those of another that runs the same tests at the same time. */
    static final long OWN = ProcessHandle.current().pid();

    static final String MARKER = "launcher-test-" + OWN;

    private Commands() {}

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    static CommandSpec.Builder shell(Path folder, String script) {
        return CommandSpec.builder(MARKER, folder, List.of("/bin/sh", "-c", own(script)))
                .addEnvironment("PATH", "/usr/bin:/bin");
    }

    static ProcessState await(ProcessLauncher launcher, Path folder) {
        until(() -> launcher.state(folder, MARKER).kind() != Kind.RUNNING);
        return launcher.state(folder, MARKER);
    }

    static ProcessState run(ProcessLauncher launcher, CommandSpec.Builder spec) {
        launcher.start(spec.build());
        return await(launcher, spec.build().folder());
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    static void untilExists(Path file) {
        until(() -> Files.exists(file));
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String log(Path folder) {
        return text(folder.resolve("command.log"));
    }

    /** Makes the time of each sleep one that no other JVM uses. */
    private static String own(String script) {
        return script.replaceAll("sleep (7\\d{3})", "sleep $1." + OWN);
    }

    static List<Long> sleeping(String seconds) {
        return runningWith(seconds + "." + OWN);
    }

    static List<Long> runningWith(String argument) {
        return ProcessHandle.allProcesses()
                .filter(p -> List.of(p.info().arguments().orElse(new String[0])).contains(argument))
                .map(ProcessHandle::pid)
                .toList();
    }
}
