package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BoundedLogTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final BoundedLog log = new BoundedLog(new PrintStream(written, true, StandardCharsets.UTF_8), NOON);

    @Test
    void aFloodOfLinesEndsInOneThatSaysSo() {
        for (int i = 0; i < 1_000; i++) {
            log.line("the same again");
        }
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(20).last().asString().endsWith("(further lines suppressed)");
    }

    @Test
    void aLineStaysOneShortLine() {
        log.line("first\nsecond " + "x".repeat(5_000));
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        assertThat(text).contains("first?second").hasSizeLessThan(400);
    }
}
