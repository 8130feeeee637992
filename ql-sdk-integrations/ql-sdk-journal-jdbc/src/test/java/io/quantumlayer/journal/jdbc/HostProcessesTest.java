package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostProcessesTest {
    private final HostProcesses processes = HostProcesses.ofThisHost();

    @Test
    void aLivingProcessIsNotGone() {
        assertThat(processes.gone(processes.host(), name(ProcessHandle.current())))
                .isFalse();
    }

    @Test
    void aProcessThatEndedIsGone() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String name = name(child.toHandle());
        assertThat(child.waitFor()).isZero();
        assertThat(processes.gone(processes.host(), name)).isTrue();
    }

    @Test
    void anotherProcessUnderTheSameIdIsNotTheOwner() {
        String recycled = ProcessHandle.current().pid() + ".1000000000000.x";
        assertThat(processes.gone(processes.host(), recycled)).isTrue();
    }

    @Test
    void theProcessesOfAnotherHostCannotBeSeen() {
        assertThat(processes.gone("another " + processes.host(), "2147483646.1.x"))
                .isFalse();
    }

    @Test
    void aNameOfAnotherFormTellsNothing() {
        for (String name : new String[] {"", "host", "1.2", "x.1.y", "99999999999999999999.1.x"}) {
            assertThat(processes.gone(processes.host(), name)).as(name).isFalse();
        }
    }

    private static String name(ProcessHandle process) {
        Instant start = process.info().startInstant().orElseThrow();
        return process.pid() + "." + start.toEpochMilli() + ".x";
    }
}
