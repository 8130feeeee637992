package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ForwardingTest {

    private static final long FLOOD = 64L * 1024 * 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private RunningForwarder forwarder;
    private ServerSocketChannel release;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        forwarder = new RunningForwarder(folder);
        release = Sockets.listen(0);
        forwarder.lead("r1", Sockets.port(release), Duration.ZERO);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        release.close();
        forwarder.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void randomStreamsArriveExactlyBothWaysWhoeverEndsFirst(long seed) throws Exception {
        Random random = new Random(seed);
        List<Future<byte[]>> arrivals = new ArrayList<>();
        List<byte[]> sent = new ArrayList<>();
        List<Future<Void>> endings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Socket client = connect();
            Socket server = release.accept().socket();
            for (Socket[] way : new Socket[][] {{client, server}, {server, client}}) {
                byte[] bytes = new byte[random.nextInt(3_000_000)];
                random.nextBytes(bytes);
                sent.add(bytes);
                endings.add(threads.submit(sending(way[0], bytes, random.nextLong())));
                arrivals.add(threads.submit(() -> way[1].getInputStream().readAllBytes()));
            }
        }
        for (int i = 0; i < sent.size(); i++) {
            endings.get(i).get(30, TimeUnit.SECONDS);
            assertThat(arrivals.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(sent.get(i));
        }
    }

    @Test
    void aClientThatEndedItsRequestStillGetsItsAnswer() throws Exception {
        try (Socket client = connect();
                Socket server = release.accept().socket()) {
            client.getOutputStream().write("question".getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            assertThat(server.getInputStream().readAllBytes()).isEqualTo("question".getBytes(StandardCharsets.UTF_8));
            server.getOutputStream().write("answer".getBytes(StandardCharsets.UTF_8));
            server.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("answer".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RunningForwarder.done(forwarder.client().stats()).open()).containsExactly(entry("r1", 0));
    }

    @Test
    void aReaderThatStopsHoldsItsSenderBackAndLosesNothing() throws Exception {
        try (Socket client = connect();
                SocketChannel server = release.accept()) {
            CRC32 written = new CRC32();
            long stalledAt = writeUntilStalled(server, written);
            // What the kernel keeps in its socket buffers is not ours; a forwarder without limits would take it all.
            assertThat(stalledAt).isBetween(1L, FLOOD - 1);
            server.shutdownOutput();
            CheckedInputStream read = new CheckedInputStream(client.getInputStream(), new CRC32());
            assertThat(read.transferTo(OutputStream.nullOutputStream())).isEqualTo(stalledAt);
            assertThat(read.getChecksum().getValue()).isEqualTo(written.getValue());
        }
    }

    @Test
    void aResetOfTheReleaseIsNotShownAsAnOrderlyEnd() throws Exception {
        try (Socket client = connect();
                Socket server = release.accept().socket()) {
            server.getOutputStream().write("half an ans".getBytes(StandardCharsets.UTF_8));
            client.getInputStream().readNBytes(11);
            server.setSoLinger(true, 0);
            Sockets.close(server.getChannel());
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aClientOfAReleaseThatRefusesIsClosedAtOnceAndCounted() throws Exception {
        release.close();
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        client.getInputStream().read();
                    }
                })
                .isInstanceOf(SocketException.class);
        assertThat(forwarder.count(ForwarderCount.FAILED_CONNECTS)).isEqualTo(1);
        assertThat(forwarder.count(ForwarderCount.ACCEPTED)).isEqualTo(1);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.connect(Sockets.loopback(forwarder.port()), 10_000);
        return socket;
    }

    private static Callable<Void> sending(Socket socket, byte[] bytes, long seed) {
        return () -> {
            Random random = new Random(seed);
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(50_000));
                socket.getOutputStream().write(bytes, at, length);
                at += length;
            }
            socket.shutdownOutput();
            return null;
        };
    }

    /** Writes until nothing could be written for half a second, and returns how much that was. */
    private static long writeUntilStalled(SocketChannel channel, CRC32 written) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        new Random(7).nextBytes(bytes);
        long total = 0;
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (total < FLOOD && selector.select(500) > 0) {
                selector.selectedKeys().clear();
                int count = channel.write(ByteBuffer.wrap(bytes));
                written.update(bytes, 0, count);
                total += count;
            }
        }
        return total;
    }
}
