package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerTest {
    private static final long NOBODY = 999_999_999L;

    @Test
    void aPortIsOursWhereverInTheTreeItIsHeldAndForeignElsewhere() throws IOException {
        ProcFs proc = new ProcFs(Path.of("/proc"));
        assumeTrue(proc.available(), "needs a /proc");
        long self = ProcessHandle.current().pid();
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertThat(Listener.at(proc, port, self, "m")).isEqualTo(new Listener(Listener.Kind.OURS, self));
            assertThat(Listener.at(proc, port, NOBODY, "m").kind()).isEqualTo(Listener.Kind.FOREIGN);
        }
    }

    @Test
    void aPortHeldOnEveryAddressOrThroughVersionSixIsSeenToo() throws IOException {
        ProcFs proc = new ProcFs(Path.of("/proc"));
        assumeTrue(proc.available(), "needs a /proc");
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(0));
            assertThat(proc.listening(socket.getLocalPort())).hasSize(1);
        }
    }

    @Test
    void aProcessThatLeftTheTreeIsKnownByItsMarker(@TempDir Path root) throws IOException {
        listening(root, 4711);
        Path folder = Files.createDirectories(root.resolve("77").resolve("fd")).getParent();
        Files.createSymbolicLink(folder.resolve("fd").resolve("3"), Path.of("socket:[555]"));
        Files.writeString(folder.resolve("environ"), "A=b\0QL_MARKER=m1\0");
        ProcFs proc = new ProcFs(root);
        assertThat(Listener.at(proc, 4711, NOBODY, "m1")).isEqualTo(new Listener(Listener.Kind.OURS, 77));
        assertThat(Listener.at(proc, 4711, NOBODY, "m").kind()).isEqualTo(Listener.Kind.FOREIGN);
        assertThat(Listener.at(proc, 4712, NOBODY, "m1").kind()).isEqualTo(Listener.Kind.UNKNOWN);
    }

    @Test
    void aSocketWhoseHolderCannotBeSeenIsUnknown(@TempDir Path root) throws IOException {
        listening(root, 4711);
        assertThat(Listener.at(new ProcFs(root), 4711, NOBODY, "m").kind()).isEqualTo(Listener.Kind.UNKNOWN);
    }

    private static void listening(Path root, int port) throws IOException {
        Path self = Files.createDirectories(root.resolve("self").resolve("net")).getParent();
        Files.writeString(self.resolve("status"), "Name:\tx\n");
        String line = String.format("  0: 0100007F:%04X 00000000:0000 0A 0:0 00:0 0 0 0 555 1 x%n", port);
        Files.writeString(self.resolve("net").resolve("tcp"), "  sl  local_address rem_address st\n" + line);
    }
}
