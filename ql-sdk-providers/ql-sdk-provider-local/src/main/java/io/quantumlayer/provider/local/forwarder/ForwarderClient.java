package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Commands the forwarder of one folder, wherever that forwarder listens after its last start.
 *
 * <p>Immutable and safe for use by several threads. Each method opens one connection, blocks at most for the timeout
 * and closes it. Failures of the connection are replies, never exceptions; the token appears in none.
 */
public final class ForwarderClient {

    private final ForwarderFolder folder;
    private final Duration timeout;

    private ForwarderClient(ForwarderFolder folder, Duration timeout) {
        this.folder = folder;
        this.timeout = timeout;
    }

    /**
     * Names the forwarder; nothing is read or opened yet.
     *
     * @param timeout the longest that one command may take, at least a millisecond
     * @throws IllegalArgumentException when the timeout is shorter
     */
    public static ForwarderClient of(ForwarderFolder folder, Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout " + timeout + " is shorter than a millisecond");
        }
        return new ForwarderClient(folder, timeout);
    }

    /**
     * Sends new connections to a release from now on.
     *
     * <p>When the reply is {@link ForwarderReply.Kind#DONE}, no connection is led to the former release any more; those
     * that are open there close as soon as they rest for 250 ms between two exchanges, and the others at the end of
     * {@code drain}. The same release, digest and port again is {@link ForwarderChange#UNCHANGED}.
     *
     * @param drain how long a busy connection to the former release may go on, from zero to ten minutes
     * @throws IllegalArgumentException when release, digest or port are not as {@link ForwarderTarget} demands
     */
    public ForwarderReply<ForwarderChange> switchTo(String release, String digest, int port, Duration drain) {
        ForwarderTarget target = new ForwarderTarget(release, digest, port, Instant.EPOCH);
        String words = target.release() + " " + target.digest() + " " + target.port();
        return call("SWITCH " + words + " " + drain.toMillis(), ForwarderClient::change);
    }

    /** The release that receives the traffic, empty when it is switched off. */
    public ForwarderReply<Optional<ForwarderTarget>> target() {
        return call("TARGET", ForwarderMemory::target);
    }

    /**
     * Closes new connections at once from now on, and open ones as {@link #switchTo} does.
     *
     * @param drain how long a busy connection may go on, from zero to ten minutes
     */
    public ForwarderReply<ForwarderChange> off(Duration drain) {
        return call("OFF " + drain.toMillis(), ForwarderClient::change);
    }

    /** What the forwarder counted. */
    public ForwarderReply<ForwarderStats> stats() {
        return call("STATS", ForwarderStats::of);
    }

    /**
     * Ends the forwarder: it gives its address up at once, forgets it, drains what is open and exits.
     *
     * @param drain how long a busy connection may go on, from zero to ten minutes
     * @return the process that is ending, to wait for
     */
    public ForwarderReply<ForwarderReady> stop(Duration drain) {
        return call(
                "STOP " + drain.toMillis(),
                fields -> ForwarderReady.of(fields)
                        .orElseThrow(() -> new IllegalArgumentException("the process is not named")));
    }

    private <T> ForwarderReply<T> call(String command, Function<Map<String, String>, T> reading) {
        boolean sent = false;
        try {
            Optional<ForwarderReady> ready = folder.ready();
            if (ready.isEmpty()) {
                return new ForwarderReply.Unreachable<>("no forwarder is ready in " + folder.path());
            }
            Seal seal = folder.seal();
            try (ControlCall call = new ControlCall(ready.get().controlPort(), timeout)) {
                String nonce = nonce(call.receive());
                sent = true;
                call.send(seal.seal(Seal.Way.REQUEST, nonce, command));
                return reply(seal, nonce, call.receive(), reading);
            }
        } catch (IOException e) {
            String message = "forwarder in " + folder.path() + ": " + e.getMessage();
            return sent ? new ForwarderReply.Unknown<>(message) : new ForwarderReply.Unreachable<>(message);
        }
    }

    private static String nonce(String greeting) throws IOException {
        if (!greeting.matches(ControlSession.GREETING + " [0-9a-f]{32}")) {
            throw new IOException("another program answers at the control port");
        }
        return greeting.substring(ControlSession.GREETING.length() + 1);
    }

    private static <T> ForwarderReply<T> reply(
            Seal seal, String nonce, String line, Function<Map<String, String>, T> reading) {
        if (!seal.fits(Seal.Way.ANSWER, nonce, line)) {
            return new ForwarderReply.Unreachable<>("whoever answers at the control port does not know the token");
        }
        String[] words = Seal.text(line).split(" ", 3);
        if (words[0].equals(Commands.ERR) && words.length == 3) {
            return new ForwarderReply.Refused<>(words[1], words[2]);
        }
        try {
            return new ForwarderReply.Done<>(reading.apply(fields(Seal.text(line))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return new ForwarderReply.Unknown<>("the forwarder speaks another version: " + e.getMessage());
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : text.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                fields.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return fields;
    }

    private static ForwarderChange change(Map<String, String> fields) {
        return ForwarderChange.valueOf(fields.getOrDefault("change", ""));
    }
}
