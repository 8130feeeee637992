package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A forwarder on a thread of the test's own JVM, with a client of its control port. */
final class RunningForwarder implements AutoCloseable {

    static final Duration LONG_DRAIN = Duration.ofSeconds(30);

    private final ForwarderFolder folder;
    private final Forwarder forwarder;
    private final ForwarderClient client;
    private final Thread thread;

    RunningForwarder(Path path) throws IOException {
        folder = ForwarderFolder.at(path.resolve("forwarder")).prepare();
        Clock clock = Clock.systemUTC();
        forwarder = Forwarder.open(
                folder, 0, new BoundedLog(new PrintStream(OutputStream.nullOutputStream()), clock), clock);
        client = ForwarderClient.of(folder, Duration.ofSeconds(10));
        thread = new Thread(this::run, "forwarder");
        thread.start();
    }

    int port() {
        return forwarder.ready().listenPort();
    }

    int controlPort() {
        return forwarder.ready().controlPort();
    }

    ForwarderFolder folder() {
        return folder;
    }

    ForwarderClient client() {
        return client;
    }

    ForwarderChange lead(ReleaseServer release, Duration drain) {
        return lead(release.name(), release.port(), drain);
    }

    ForwarderChange lead(String release, int port, Duration drain) {
        return done(client.switchTo(release, "sha256:" + release, port, drain));
    }

    long count(ForwarderCount count) {
        return done(client.stats()).count(count);
    }

    static <T> T done(ForwarderReply<T> reply) {
        return reply.value().orElseThrow(() -> new AssertionError(reply.kind() + ": " + reply.message()));
    }

    @Override
    public void close() throws IOException {
        client.stop(Duration.ZERO);
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("the forwarder did not stop");
        }
        forwarder.close();
    }

    private void run() {
        try {
            forwarder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
