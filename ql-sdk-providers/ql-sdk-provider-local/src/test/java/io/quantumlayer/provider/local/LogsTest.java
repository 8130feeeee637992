package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogsTest {
    private Bench bench;

    @BeforeEach
    void open(@TempDir Path home) {
        bench = new Bench(home.resolve("local"));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void whatTheApplicationPrintsIsReadOnFromTheCursorAndEvenANewHostHidesItsSecret() throws Exception {
        ReleaseSpec spec = bench.withSecret(1, Map.of());
        URI candidate = URI.create(bench.place(bench.provider(), spec).getOrDefault("candidate", ""));
        Provider later = bench.provider();
        Bench.get(candidate, "/print?first");
        LogPage page = later.logs(bench.call("l"), spec, "");
        assertThat(page.lines()).containsExactly("starting " + spec.release(), "listening", "first");
        Bench.get(candidate, "/print?" + Bench.CANARY);
        LogPage next = bench.provider().logs(bench.call("l"), spec, page.next());
        assertThat(next.lines()).containsExactly("***");
        assertThat(later.logs(bench.call("l"), spec, next.next())).isEqualTo(new LogPage(List.of(), next.next()));
    }

    @Test
    void aReleaseThatWasNeverPlacedHasNoLog() {
        assertThat(bench.provider().logs(bench.call("l"), bench.spec(1), "").lines())
                .isEmpty();
    }

    @Test
    void aCursorThatNoPageNamedIsRefused() {
        assertThatThrownBy(() -> bench.provider().logs(bench.call("l"), bench.spec(1), "-1"))
                .isInstanceOf(QuantumLayerException.class);
    }
}
