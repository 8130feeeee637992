package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides where a new connection goes, and empties the ways that no longer receive traffic. */
final class Switchboard implements EventLoop.Handler {

    /** With one buffer a pipe this bounds all buffers to 32 MiB; more clients wait in the kernel's queue. */
    static final int MAX_TUNNELS = 2_048;

    private static final int ACCEPT_BATCH = 64;
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    private final Plumbing plumbing;
    private final ServerSocketChannel listener;
    private final SelectionKey listenerKey;
    private final List<Route> routes = new ArrayList<>();
    private @Nullable Route current;
    private @Nullable Runnable onEmpty;

    Switchboard(Plumbing plumbing, ServerSocketChannel listener) throws IOException {
        this.plumbing = plumbing;
        this.listener = listener;
        this.listenerKey = plumbing.loop().register(listener, SelectionKey.OP_ACCEPT, this);
    }

    Optional<ForwarderTarget> target() {
        return Optional.ofNullable(current).map(Route::target);
    }

    /** Sends new connections to {@code target} from now on and drains the former way. */
    void switchTo(ForwarderTarget target, Duration drain) {
        leave(drain);
        Route next = routes.stream()
                .filter(route -> route.target().sameAs(target))
                .findFirst()
                .map(old -> old.renewed(target))
                .orElseGet(() -> add(target));
        current = next;
    }

    /** Closes new connections at once from now on and drains those that are open. */
    void off(Duration drain) {
        current = null;
        List.copyOf(routes).forEach(route -> route.drain(drain));
        reap();
    }

    /** Takes no more connections, and calls {@code whenEmpty} once the last one has drained. */
    void stop(Duration drain, Runnable whenEmpty) throws IOException {
        listener.close();
        onEmpty = whenEmpty;
        off(drain);
    }

    /** Open connections by release, in the order of their ids. */
    Map<String, Integer> open() {
        Map<String, Integer> open = new TreeMap<>();
        routes.forEach(route -> open.merge(route.target().release(), route.open(), Integer::sum));
        return open;
    }

    /** How long the release that receives the traffic took to answer, empty when there is none. */
    LatencyWindow.Snapshot latency() {
        LatencyWindow window = current == null ? new LatencyWindow() : current.latency();
        return window.snapshot(System.nanoTime());
    }

    void closeForgotten() {
        long now = System.nanoTime();
        List.copyOf(routes).forEach(route -> route.closeForgotten(now));
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            accept();
        } catch (IOException e) {
            // Typically out of file descriptors: stays readable, so ask again later instead of at once.
            plumbing.log().line("cannot accept for now: " + e.getMessage());
            pause();
            plumbing.loop().after(ACCEPT_PAUSE, this::resume);
        }
    }

    @Override
    public void abort() {
        // A defect while accepting concerns one connection; the listener stays.
    }

    private void accept() throws IOException {
        for (int i = 0; i < ACCEPT_BATCH; i++) {
            if (tunnels() >= MAX_TUNNELS) {
                pause();
                return;
            }
            SocketChannel client = listener.accept();
            if (client == null) {
                return;
            }
            plumbing.tally().add(ForwarderCount.ACCEPTED, 1);
            if (current == null) {
                plumbing.tally().add(ForwarderCount.REFUSED, 1);
                Sockets.reset(client);
            } else {
                current.lead(client);
            }
        }
    }

    private Route add(ForwarderTarget target) {
        Route route = new Route(target, plumbing, this::ended);
        routes.add(route);
        return route;
    }

    private void leave(Duration drain) {
        Route left = current;
        if (left != null) {
            current = null;
            left.drain(drain);
            reap();
        }
    }

    private void ended() {
        reap();
        resume();
    }

    private void reap() {
        routes.removeIf(route -> route != current && route.open() == 0);
        if (routes.isEmpty() && onEmpty != null) {
            onEmpty.run();
        }
    }

    private int tunnels() {
        return routes.stream().mapToInt(Route::open).sum();
    }

    private void pause() {
        listenerKey.interestOps(0);
    }

    private void resume() {
        if (listenerKey.isValid() && tunnels() < MAX_TUNNELS) {
            listenerKey.interestOps(SelectionKey.OP_ACCEPT);
        }
    }
}
