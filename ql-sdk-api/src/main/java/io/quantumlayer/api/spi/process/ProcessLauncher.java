package io.quantumlayer.api.spi.process;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts local commands and finds them again. Thread-safe.
 *
 * <p>Every command is started from one thread that the library owns until it is closed. A command is identified by its
 * marker in its environment together with pid and start time, so that a reused pid is never taken for it. Output goes
 * to {@code command.log} in the folder, never to a pipe of the host. No call here waits for a command to end, except
 * {@link #stop}, which is bounded by its grace time.
 */
public interface ProcessLauncher {
    /**
     * Says how commands are confined here.
     *
     * @return the sandbox, seen once when the library was built
     */
    Sandbox sandbox();

    /**
     * Starts a command, or adopts the one that already runs in the folder under the same marker.
     *
     * @param spec the command
     * @return its state right after the start
     * @throws io.quantumlayer.api.error.QuantumLayerException of type dependency if the program does not exist, of type
     *     concurrency if the folder holds a running command of another marker
     */
    ProcessState start(CommandSpec spec);

    /**
     * Looks at a command without touching it; works in a new host process too.
     *
     * @param folder the command's folder
     * @param marker its marker
     * @return its state
     */
    ProcessState state(Path folder, String marker);

    /**
     * Asks a command and everything it started to end, and kills what is left after the grace time.
     *
     * @param folder the command's folder
     * @param marker its marker
     * @param grace how long to wait before killing
     * @return its state afterwards: never {@link ProcessState.Kind#RUNNING} unless it could not be killed
     */
    ProcessState stop(Path folder, String marker, Duration grace);
}
