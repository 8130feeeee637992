package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.provider.local.forwarder.ForwarderReady;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrafficIT {
    private Bench bench;
    private Provider provider;
    private ServerSocket stranger;

    @BeforeEach
    void open(@TempDir Path home) throws IOException {
        stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        bench = new Bench(home.resolve("local")).set("drain", "PT1S");
        provider = bench.provider();
    }

    @AfterEach
    void close() throws IOException {
        stranger.close();
        bench.close();
    }

    @Test
    void oneAddressLeadsToTheReleaseSwitchedToAndBackWithinASecond() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        ReleaseSpec second = placed(bench.spec(2));
        URI address = switched(first);
        assertThat(Bench.get(address, "/release")).isEqualTo(first.release().value());
        assertThat(switched(second)).isEqualTo(address);
        assertThat(Bench.get(address, "/release")).isEqualTo(second.release().value());
        assertReported(second, address);
        Instant begin = Instant.now();
        assertThat(switched(first)).isEqualTo(address);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(Bench.get(address, "/release")).isEqualTo(first.release().value());
        assertReported(first, address);
    }

    @Test
    void aNewHostAdoptsTheForwarderAndReadsTheTrafficFromIt() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        URI address = switched(first);
        ForwarderReady before = bench.forwarder().orElseThrow();
        provider.close();
        provider = bench.provider();
        assertReported(first, address);
        assertThat(switched(first)).isEqualTo(address);
        assertThat(bench.forwarder()).contains(before);
        assertThat(before.process()).isPresent();
    }

    @Test
    void aForwarderThatDiedComesBackAtItsAddressWithItsTarget() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        URI address = switched(first);
        Bench.kill(bench.folder(Bench.NOTES).forwarder());
        assertThat(provider.traffic(bench.call("t"), first).route()).isEmpty();
        assertThat(switched(first)).isEqualTo(address);
        assertThat(Bench.get(address, "/release")).isEqualTo(first.release().value());
        assertReported(first, address);
    }

    @Test
    void withoutAForwarderNobodyReceivesTraffic() {
        assertThat(provider.traffic(bench.call("t"), bench.spec(1)).route()).isEmpty();
    }

    @Test
    void whereAForwarderLivesAndCannotBeAskedTheTrafficIsUnknown() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        switched(first);
        Path token = bench.folder(Bench.NOTES).forwarder().path().resolve("token");
        Files.writeString(token, "f".repeat(64));
        assertThatThrownBy(() -> provider.traffic(bench.call("t"), first)).isInstanceOf(QuantumLayerException.class);
        bench.switchOff(provider, first);
        assertThat(bench.folder(Bench.NOTES).forwarder().path()).doesNotExist();
    }

    @Test
    void thePlansPortIsTheAddressAndATakenOneIsNamed() throws Exception {
        int port = stranger.getLocalPort();
        ReleaseSpec fixed = placed(bench.spec(Bench.NOTES, 1, workload -> workload.port(port)));
        Failure failure = Bench.failed(Bench.settle(() -> provider.switchTraffic(bench.call("s"), fixed)));
        assertThat(failure.type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure.message()).contains("port " + port);
        stranger.close();
        assertThat(switched(fixed)).isEqualTo(Ports.address(port));
    }

    @Test
    void anotherPlannedPortMovesTheAddressOnlyIfItCanBeHad() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        URI address = switched(first);
        ReleaseSpec moved = placed(bench.spec(Bench.NOTES, 2, workload -> workload.port(stranger.getLocalPort())));
        Bench.failed(Bench.settle(() -> provider.switchTraffic(bench.call("s"), moved)));
        assertReported(first, address);
        stranger.close();
        assertThat(switched(moved)).isNotEqualTo(address);
        assertReported(moved, switched(moved));
    }

    @Test
    void switchedOffTheForwarderIsGoneWithItsFolderAndItsAddress() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        URI address = switched(first);
        ForwarderReady forwarder = bench.forwarder().orElseThrow();
        bench.switchOff(provider, first);
        assertThat(forwarder.process()).isEmpty();
        assertThat(Ports.accepts(address.getPort())).isFalse();
        assertThat(provider.traffic(bench.call("t"), first).route()).isEmpty();
        bench.switchOff(provider, first);
        for (String id : List.of(ProcessService.ID, ReleaseFolderService.ID, DataFolderService.ID)) {
            bench.remove(provider, first, id);
        }
        assertThat(bench.entries()).isEmpty();
    }

    @Test
    void aSwitchOffInTheMiddleOfAStartLeavesNothing() throws Exception {
        ReleaseSpec first = placed(bench.spec(1));
        assertThat(provider.switchTraffic(bench.call("s"), first).checkAfter()).isPositive();
        bench.switchOff(provider, first);
        assertThat(bench.folder(Bench.NOTES).forwarder().path()).doesNotExist();
        assertThat(provider.traffic(bench.call("t"), first).route()).isEmpty();
    }

    @Test
    void theForwarderIsNoChildOfTheHostAndNoThreadWaitsForIt() throws Exception {
        switched(placed(bench.spec(1)));
        ProcessHandle forwarder = bench.forwarder().orElseThrow().process().orElseThrow();
        assertThat(ProcessHandle.current().descendants()).doesNotContain(forwarder);
    }

    @Test
    void trafficCannotGoToAReleaseThatIsNotPlaced() {
        Failure failure = Bench.failed(provider.switchTraffic(bench.call("s"), bench.spec(1)));
        assertThat(failure.code()).isEqualTo("provider.local.not-placed");
    }

    private ReleaseSpec placed(ReleaseSpec spec) {
        bench.place(provider, spec);
        return spec;
    }

    private URI switched(ReleaseSpec spec) {
        Map<String, String> told = bench.lead(provider, spec);
        assertThat(told).containsEntry("release", spec.release().value()).containsKey("traffic");
        return URI.create(told.getOrDefault("address", ""));
    }

    private void assertReported(ReleaseSpec spec, URI address) {
        assertThat(provider.traffic(bench.call("t"), spec).route())
                .contains(new TrafficState.Route(address, spec.release(), spec.digest()));
    }
}
