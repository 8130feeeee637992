package io.quantumlayer.core.internal.probe;

import io.quantumlayer.core.internal.thread.DaemonThreads;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;

/**
 * HTTP clients that share nothing with the rest of the process: no pooled connection, no cookies, no cache, no threads
 * but those that end with {@link #close()}. Thread-safe.
 *
 * <p>Every timeout of the client is off, because each would start a timer thread that the whole process shares and
 * nobody can end; whoever calls sets the deadline and cancels.
 */
final class ProbeClients implements AutoCloseable {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    private final DaemonThreads daemons = new DaemonThreads("ql-probe");
    private final ExecutorService threads;
    private final TaskRunner.RealBackend background;
    private final ConnectionPool none;
    private final OkHttpClient direct;
    private final OkHttpClient proxied;

    ProbeClients(Optional<Trust> trust) {
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, LINGER.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), daemons);
        this.background = new TaskRunner.RealBackend(daemons);
        // The public constructor of a pool uses threads that outlive every client by a minute.
        this.none = new ConnectionPool(
                0,
                1,
                TimeUnit.MILLISECONDS,
                new TaskRunner(background, Logger.getLogger(TaskRunner.class.getName())),
                ConnectionListener.Companion.getNONE());
        this.proxied = client(trust);
        this.direct = proxied.newBuilder().proxy(Proxy.NO_PROXY).build();
    }

    private OkHttpClient client(Optional<Trust> trust) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder client = new OkHttpClient.Builder();
        trust.ifPresent(own -> client.sslSocketFactory(own.sockets(), own.manager()));
        return client.dispatcher(dispatcher)
                .connectionPool(none)
                .protocols(List.of(Protocol.HTTP_1_1))
                .fastFallback(false)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(LONGEST_CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .build();
    }

    /** What runs on this machine is never asked through a proxy, which would ask its own machine. */
    OkHttpClient of(HttpUrl address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        boolean loopback = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.matches("127(\\.[0-9]{1,3}){3}");
        return loopback ? direct : proxied;
    }

    @Override
    public void close() {
        direct.dispatcher().cancelAll();
        none.evictAll();
        threads.shutdownNow();
        background.getExecutor().shutdownNow();
        daemons.await(LINGER);
    }
}
