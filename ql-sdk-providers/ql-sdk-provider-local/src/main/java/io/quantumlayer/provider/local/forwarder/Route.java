package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way to one release: the connections that lead there, from its switch until its last one has drained. */
final class Route {

    private static final Duration SWEEP = Duration.ofMillis(50);

    private final Plumbing plumbing;
    private final Runnable onEnded;
    private final Set<Tunnel> tunnels = new HashSet<>();
    private final LatencyWindow latency = new LatencyWindow();
    private ForwarderTarget target;
    private boolean draining;
    private long drainUntil;
    private int orders;

    /** {@code onEnded} is called after each connection that ends, whatever ended it. */
    Route(ForwarderTarget target, Plumbing plumbing, Runnable onEnded) {
        this.target = target;
        this.plumbing = plumbing;
        this.onEnded = onEnded;
    }

    ForwarderTarget target() {
        return target;
    }

    int open() {
        return tunnels.size();
    }

    LatencyWindow latency() {
        return latency;
    }

    /** Leads {@code client} to the release, or closes it quickly when the release does not take it. */
    void lead(SocketChannel client) {
        try {
            Tunnel tunnel = tunnelFor(client);
            tunnels.add(tunnel);
            tunnel.connect(target.port());
        } catch (IOException e) {
            plumbing.tally().add(ForwarderCount.FAILED_CONNECTS, 1);
            plumbing.log().line("no connection could be opened: " + e.getMessage());
            Sockets.reset(client);
        }
    }

    /** Closes each connection as soon as it rests, and the others when {@code patience}, or an earlier one, ends. */
    void drain(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        drainUntil = draining && drainUntil - until < 0 ? drainUntil : until;
        draining = true;
        orders++;
        sweep(orders);
    }

    /** Takes traffic again, from {@code again.since()} on: whatever still drains may stay. */
    Route renewed(ForwarderTarget again) {
        target = again;
        draining = false;
        orders++;
        return this;
    }

    void closeForgotten(long now) {
        List.copyOf(tunnels).stream().filter(tunnel -> tunnel.forgotten(now)).forEach(Tunnel::abort);
    }

    void answered(long nanos, long now) {
        latency.record(nanos, now);
    }

    void ended(Tunnel tunnel) {
        tunnels.remove(tunnel);
        onEnded.run();
    }

    private Tunnel tunnelFor(SocketChannel client) throws IOException {
        SocketChannel server = SocketChannel.open(StandardProtocolFamily.INET);
        try {
            return new Tunnel(this, plumbing, client, server);
        } catch (IOException e) {
            Sockets.close(server);
            throw e;
        }
    }

    private void sweep(int order) {
        if (order != orders) {
            return; // a later order, or the return of traffic, replaced this one
        }
        long now = System.nanoTime();
        long left = drainUntil - now;
        for (Tunnel tunnel : List.copyOf(tunnels)) {
            if (tunnel.idle(now)) {
                plumbing.tally().add(ForwarderCount.CLOSED_IDLE, 1);
                tunnel.close();
            } else if (left <= 0) {
                plumbing.tally().add(ForwarderCount.CLOSED_BUSY, 1);
                tunnel.abort();
            }
        }
        if (!tunnels.isEmpty()) {
            plumbing.loop().after(Duration.ofNanos(Math.min(left, SWEEP.toNanos())), () -> sweep(order));
        }
    }
}
