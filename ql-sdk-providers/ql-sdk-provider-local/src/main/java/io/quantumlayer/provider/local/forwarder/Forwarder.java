package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A forwarder put together: both ports bound, the remembered target in place, waiting to be run. */
final class Forwarder implements AutoCloseable {

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
    private static final long BIND_NANOS = Duration.ofSeconds(3).toNanos();

    private final ForwarderFolder folder;
    private final EventLoop loop;
    private final Switchboard switchboard;
    private final ForwarderReady ready;
    private final StatsNote note;
    private final BoundedLog log;

    /** Takes over the listening channel; the caller holds the folder's lock. */
    private Forwarder(ForwarderFolder folder, ServerSocketChannel listener, BoundedLog log, Clock clock)
            throws IOException {
        this.folder = folder;
        this.log = log;
        this.loop = new EventLoop(log);
        Plumbing plumbing = new Plumbing(loop, new BufferPool(), new Tally(), log, clock);
        this.switchboard = new Switchboard(plumbing, listener);
        this.note = new StatsNote(plumbing, switchboard, folder);
        ServerSocketChannel control = Sockets.listen(0);
        this.ready = self(Sockets.port(listener), Sockets.port(control));
        Commands commands = new Commands(switchboard, plumbing, folder, ready);
        Seal seal = folder.seal();
        seal.of(Seal.Way.ANSWER, "", ""); // loads the JDK's cryptography now, so that no command makes traffic wait
        new ControlPort(plumbing, control, seal, commands);
    }

    /**
     * Binds {@code port}, or for 0 the remembered one, or for want of one any; then tells the folder that it is ready.
     *
     * @throws PortTakenException when a fixed port stays taken for three seconds
     */
    static Forwarder open(ForwarderFolder folder, int port, BoundedLog log, Clock clock) throws IOException {
        folder.readyFile().delete(); // the one before us is dead: we hold its lock
        folder.endingFile().delete();
        Optional<ForwarderMemory> memory = ForwarderMemory.load(folder.targetFile());
        int wanted = port != 0 ? port : memory.map(ForwarderMemory::listenPort).orElse(0);
        Forwarder forwarder = new Forwarder(folder, listen(wanted), log, clock);
        forwarder.resume(memory.flatMap(ForwarderMemory::target));
        return forwarder;
    }

    ForwarderReady ready() {
        return ready;
    }

    /** Forwards until it was told to stop and the last connection has drained. */
    void run() throws IOException {
        housekeep();
        note.begin();
        loop.run();
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }

    private void resume(Optional<ForwarderTarget> target) throws IOException {
        target.ifPresent(known -> switchboard.switchTo(known, Duration.ZERO));
        new ForwarderMemory(ready.listenPort(), target).save(folder.targetFile());
        folder.readyFile().write(ready.fields());
        log.line("listens on " + Sockets.HOST + ":" + ready.listenPort() + ", target "
                + target.map(ForwarderTarget::release).orElse("none"));
    }

    private void housekeep() {
        switchboard.closeForgotten();
        if (folder.gone()) {
            log.line("the folder is gone, so nobody can command this process any more: it ends");
            loop.stop();
        }
        loop.after(HOUSEKEEPING, this::housekeep);
    }

    private static ServerSocketChannel listen(int port) throws IOException {
        long deadline = System.nanoTime() + BIND_NANOS;
        while (true) {
            try {
                return Sockets.listen(port);
            } catch (BindException e) {
                if (port == 0 || System.nanoTime() - deadline > 0) {
                    throw new PortTakenException(port, e);
                }
                Pause.shortly();
            }
        }
    }

    private static ForwarderReady self(int listenPort, int controlPort) {
        ProcessHandle process = ProcessHandle.current();
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        return new ForwarderReady(listenPort, controlPort, process.pid(), startedAt);
    }
}
