package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * The forwarder process: {@code java -jar forwarder.jar FOLDER [PORT]}.
 *
 * <p>The folder was prepared by {@link ForwarderFolder#prepare()}. PORT fixes the stable address; without it, or with
 * 0, the port of the folder's earlier forwarder is taken again, or any free one the first time.
 *
 * <p>Exit codes: 0 stopped as told, or another forwarder already runs in this folder; 64 wrong arguments; 74 the folder
 * or a socket failed; 75 the port is taken.
 */
public final class ForwarderMain {

    /** The process ended as it was told, or one runs in this folder already. */
    public static final int EXIT_OK = 0;

    /** The arguments were not FOLDER [PORT]. */
    public static final int EXIT_USAGE = 64;

    /** The folder is not usable, or the kernel refused a socket. */
    public static final int EXIT_IO = 74;

    /** Another program listens at the stable address. */
    public static final int EXIT_PORT_TAKEN = 75;

    private final BoundedLog log;
    private final Clock clock;

    private ForwarderMain(BoundedLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Runs until told to stop, then ends the JVM with one of the exit codes. */
    public static void main(String[] args) {
        Clock clock = Clock.systemUTC();
        System.exit(new ForwarderMain(new BoundedLog(System.err, clock), clock).start(args));
    }

    private int start(String[] args) {
        Optional<Integer> port = port(args);
        if (port.isEmpty()) {
            log.line("usage: FOLDER [PORT]");
            return EXIT_USAGE;
        }
        try {
            return run(ForwarderFolder.at(Path.of(args[0])), port.get());
        } catch (PortTakenException e) {
            log.line("cannot start: " + e.getMessage());
            return EXIT_PORT_TAKEN;
        } catch (IOException e) {
            log.line("cannot go on: " + e);
            return EXIT_IO;
        }
    }

    private int run(ForwarderFolder folder, int port) throws IOException {
        Optional<FileLock> lock = folder.lock();
        if (lock.isEmpty()) {
            log.line("already running in this folder");
            return EXIT_OK;
        }
        try (Forwarder forwarder = Forwarder.open(folder, port, log, clock)) {
            forwarder.run();
        } finally {
            lock.get().release();
        }
        log.line("stopped");
        return EXIT_OK;
    }

    private static Optional<Integer> port(String[] args) {
        if (args.length != 1 && args.length != 2) {
            return Optional.empty();
        }
        try {
            int port = args.length == 1 ? 0 : Integer.parseInt(args[1]);
            return Optional.of(port).filter(number -> number >= 0 && number <= 65_535);
        } catch (NumberFormatException e) {
            return Optional.empty(); // answered with the usage line
        }
    }
}
