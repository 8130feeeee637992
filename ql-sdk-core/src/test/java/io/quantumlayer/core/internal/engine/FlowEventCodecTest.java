package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowEventCodecTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private final FlowEventCodec codec = new FlowEventCodec();

    private static JournalRecord record(String json) {
        return new JournalRecord(
                JournalRecord.Kind.CHECKPOINT,
                new RecordType(FlowEventCodec.TYPE, 1),
                AT,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private String encoded(FlowEvent event) {
        return Bench.text(codec.encode(event).json());
    }

    private byte[] roundTrip(byte[] data) {
        JournalRecord record = codec.encode(FlowEvent.done(AT, "a", data));
        assertThat(Bench.text(record.json())).doesNotContain("\n", "\r");
        return codec.decode(record).data();
    }

    @Test
    void writesCompactReadableJson() {
        assertThat(encoded(FlowEvent.started(AT, Bench.bytes("{\"a\":[1, 2]}"))))
                .isEqualTo("{\"event\":\"STARTED\",\"data\":{\"a\":[1, 2]}}");
        assertThat(encoded(FlowEvent.done(AT, "build", new byte[0])))
                .isEqualTo("{\"event\":\"DONE\",\"step\":\"build\"}");
        assertThat(encoded(FlowEvent.pending(AT, "build", Duration.ofSeconds(5))))
                .isEqualTo("{\"event\":\"PENDING\",\"step\":\"build\",\"checkAfter\":\"PT5S\"}");
        assertThat(encoded(FlowEvent.timer(AT))).isEqualTo("{\"event\":\"TIMER\"}");
        assertThat(encoded(FlowEvent.signal(AT, "cancel", Bench.bytes("why"))))
                .isEqualTo("{\"event\":\"SIGNAL\",\"step\":\"cancel\",\"base64\":\"d2h5\"}");
        assertThat(encoded(FlowEvent.failed(AT, "a", Failure.of(ErrorType.NETWORK, "peer.gone", "It is gone"))))
                .isEqualTo("{\"event\":\"FAILED\",\"step\":\"a\",\"failure\":{\"type\":\"network\","
                        + "\"code\":\"peer.gone\",\"message\":\"It is gone\",\"retryable\":true}}");
    }

    @Test
    void namesTypeSchemaKindAndTimeInTheRecord() {
        JournalRecord record = codec.encode(FlowEvent.timer(AT));

        assertThat(record.kind()).isEqualTo(JournalRecord.Kind.CHECKPOINT);
        assertThat(record.type()).isEqualTo("flow-event");
        assertThat(record.schema()).isEqualTo(1);
        assertThat(record.at()).isEqualTo(AT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"data\":{\"data\":[{}]}}",
                "{\"a\" : \"}\" , \"b\":[ 1.50, -0, 1e9, true, null ]}",
                "[\"ä € 😀 \\u0000\"]",
                "{\"a\":1}}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1",
                "{a:1}",
                "[1,]",
                " {}",
                "{} ",
                "{\n}",
                "\"text\"",
                "12",
                "true",
                "null",
                "{\"a\":\"\u0001\"}",
                "",
                "plain"
            })
    void givesEveryDataBackByteForByte(String data) {
        byte[] bytes = Bench.bytes(data);

        assertThat(roundTrip(bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[ 1 ]", "{\"ä\":\"😀\"}"})
    void embedsObjectsAndArraysAsTheyAre(String data) {
        assertThat(encoded(FlowEvent.done(AT, "a", Bench.bytes(data)))).endsWith(",\"data\":" + data + "}");
    }

    @Test
    void givesRandomBytesAndDeepOrBrokenJsonBack() throws Exception {
        Random random = new Random(7);
        ObjectMapper mapper = new ObjectMapper();
        for (int i = 0; i < 2_000; i++) {
            byte[] data = new byte[random.nextInt(200)];
            random.nextBytes(data);
            if (data.length > 1 && i % 2 == 0) {
                data[0] = '[';
                data[data.length - 1] = ']';
            }
            JournalRecord record = codec.encode(FlowEvent.started(AT, data));
            mapper.readTree(new String(record.json(), StandardCharsets.UTF_8));
            assertThat(codec.decode(record).data()).isEqualTo(data);
        }
        byte[] deep = Bench.bytes("[".repeat(5_000) + "]".repeat(5_000));
        assertThat(roundTrip(deep)).isEqualTo(deep);
        byte[] badUtf8 = {'[', '"', (byte) 0xC3, '(', '"', ']'};
        assertThat(roundTrip(badUtf8)).isEqualTo(badUtf8);
    }

    @Test
    void givesLargeDataBack() {
        byte[] large = Bench.bytes("{\"a\":\"" + "x".repeat(3_000_000) + "\",\"b\":[1,2,3]}");

        assertThat(roundTrip(large)).isEqualTo(large);
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void givesEveryFailureBackEqual(ErrorType type) {
        String halfPair = "cut off \uD83D";
        Failure failure =
                Failure.of(type, "x.y", halfPair + " \"quoted\" ä\n").withRetryAfter(Duration.ofMillis(1_234));

        for (Failure each : new Failure[] {failure, failure.notRetryable(), Failure.of(type, "", "")}) {
            FlowEvent back = codec.decode(codec.encode(FlowEvent.failed(AT, "a", each)));
            assertThat(back.failure()).contains(each);
            assertThat(back.step()).isEqualTo("a");
        }
    }

    @Test
    void givesEveryKindBack() {
        FlowEvent pending = codec.decode(codec.encode(FlowEvent.pending(AT, "a", Duration.ofMillis(1))));
        FlowEvent timer = codec.decode(codec.encode(FlowEvent.timer(AT)));
        FlowEvent signal = codec.decode(codec.encode(FlowEvent.signal(AT, "größer", Bench.bytes("[0]"))));

        assertThat(pending.kind()).isEqualTo(FlowEvent.Kind.PENDING);
        assertThat(pending.checkAfter()).isEqualTo(Duration.ofMillis(1));
        assertThat(timer.kind()).isEqualTo(FlowEvent.Kind.TIMER);
        assertThat(timer.at()).isEqualTo(AT);
        assertThat(signal.kind()).isEqualTo(FlowEvent.Kind.SIGNAL);
        assertThat(signal.step()).isEqualTo("größer");
        assertThat(signal.data()).isEqualTo(Bench.bytes("[0]"));
    }

    @Test
    void readsFieldsInAnyOrderAndSkipsThoseItDoesNotKnow() {
        FlowEvent event = codec.decode(record(
                "{ \"later\":{\"x\":[1]}, \"data\": [1, 2] , \"step\":\"a\",\"event\":\"DONE\", \"more\":null}"));

        assertThat(event.kind()).isEqualTo(FlowEvent.Kind.DONE);
        assertThat(event.step()).isEqualTo("a");
        assertThat(Bench.text(event.data())).isEqualTo("[1, 2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"event\":\"MADE_UP\"}", "{\"event\":\"FAILED\"}", "{\"event\":\"DONE\""})
    void refusesWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> codec.decode(record(json))).isInstanceOfSatisfying(QuantumLayerException.class, e -> {
            assertThat(e.failure().type()).isEqualTo(ErrorType.VALIDATION);
            assertThat(e.failure().code()).isEqualTo("record.unreadable");
        });
    }

    @Test
    void refusesARecordOfALaterSchema() {
        JournalRecord later = new JournalRecord(
                JournalRecord.Kind.CHECKPOINT,
                new RecordType("flow-event", 2),
                AT,
                Bench.bytes("{\"event\":\"TIMER\"}"));

        assertThatThrownBy(() -> codec.decode(later))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("flow-event/2");
    }
}
