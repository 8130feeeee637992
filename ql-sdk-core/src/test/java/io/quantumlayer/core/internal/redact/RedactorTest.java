package io.quantumlayer.core.internal.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String CANARY = "can&ry/\"7+ü ß";

    @Test
    void masksTheValueAndWhatItIsEncodedTo() {
        Redactor redactor = learned(CANARY);
        byte[] bytes = CANARY.getBytes(UTF_8);
        String form = URLEncoder.encode(CANARY, UTF_8);
        for (String shown : List.of(
                CANARY,
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                form,
                form.replace("+", "%20"),
                form.toLowerCase(Locale.ROOT),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                CANARY.replace("\"", "\\\""))) {
            assertThat(redactor.redact("a " + shown + " z")).isEqualTo("a *** z");
        }
    }

    @Test
    void masksTheValueInsideOfAnyBase64() {
        Redactor redactor = learned("correct-horse-battery");
        for (int before = 0; before < 9; before++) {
            for (int after = 0; after < 4; after++) {
                String text = "x".repeat(before) + "correct-horse-battery" + "y".repeat(after);
                String masked = redactor.redact(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));

                assertThat(masked).contains("***");
                // What is left of the value is at most the characters that its neighbours have a part in.
                assertThat(masked.replace("=", "").length()).isLessThanOrEqualTo((before + after) * 4 / 3 + 9);
            }
        }
    }

    @Test
    void masksEachLineOfAValueOfSeveral() {
        Redactor redactor = learned("-----BEGIN-----\nMIIEvAIBADANBg\r\n  kqhkiG9w0BAQ\n-----END-----\n");

        assertThat(redactor.redact("key line kqhkiG9w0BAQ and MIIEvAIBADANBg")).isEqualTo("key line *** and ***");
        assertThat(redactor.redact("{\"key\":\"-----BEGIN-----\\nMIIEvAIBADANBg\\r\\n  kqhkiG9w0BAQ\"}"))
                .doesNotContain("MII", "kqh");
    }

    @Test
    void runsOverlappingValuesTogether() {
        Redactor redactor = learned("abcdefgh");
        redactor.learn("efghijkl");

        assertThat(redactor.redact("<abcdefghijkl>")).isEqualTo("<***>");
        assertThat(redactor.redact("<abcdefghabcdefgh>")).isEqualTo("<***>");
    }

    @Test
    void masksShortValuesOnlyWhereTheyStandAlone() {
        Redactor redactor = learned("s3cr");
        redactor.learn("abc");

        assertThat(redactor.redact("pin=s3cr; as3cr s3crb abc")).isEqualTo("pin=***; as3cr s3crb abc");
    }

    @Test
    void leavesOtherTextsAsTheyAre() {
        String text = "nothing to see";

        assertThat(learned(CANARY).redact(text)).isSameAs(text);
        assertThat(new Redactor().redact("")).isEmpty();
    }

    @Test
    void learnsWhileOthersRedact() throws Exception {
        Redactor redactor = new Redactor();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> learning = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(t ->
                            threads.submit(() -> IntStream.range(0, 50).forEach(i -> {
                                redactor.learn("value-" + t + "-" + i);
                                assertThat(redactor.redact("[value-" + t + "-" + i + "]"))
                                        .isEqualTo("[***]");
                            })))
                    .toList();
            for (Future<?> each : learning) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(redactor.redact("value-0-7 value-3-49")).isEqualTo("*** ***");
    }

    @Test
    void catchesAValueThatIsCutAnywhere() {
        Redactor redactor = learned("canary-secret");
        String text = "before canary-secret after";
        for (int cut = 0; cut <= text.length(); cut++) {
            StreamRedactor stream = redactor.stream();

            String first = stream.accept(text.substring(0, cut));
            assertThat(first).doesNotContain("can");
            assertThat(first + stream.accept(text.substring(cut)) + stream.end())
                    .isEqualTo("before *** after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaa", "ababab", "abcabcabc", "aab", "abba", "abbaabba", "baaaab"})
    void givesInPiecesWhatItGivesWhole(String value) {
        Random random = new Random(value.hashCode());
        Redactor redactor = learned(value);
        redactor.learn("b-ab-a");
        for (int round = 0; round < 3_000; round++) {
            String text = text(random);
            StreamRedactor stream = redactor.stream();
            StringBuilder shown = new StringBuilder();
            int at = 0;
            while (at < text.length()) {
                int next = Math.min(text.length(), at + 1 + random.nextInt(7));
                shown.append(stream.accept(text.substring(at, next)));
                at = next;
            }

            assertThat(shown.append(stream.end())).hasToString(redactor.redact(text));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        while (text.length() < length) {
            text.append("aaabbc- ".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    @Test
    void goesOnQuicklyThroughAHostileLine() {
        Redactor redactor = learned("aaaaaaaaab");
        redactor.learn("a".repeat(2000));
        String hostile = "a".repeat(1 << 20);

        assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(redactor.redact(hostile)).isEqualTo("***");
            assertThat(redactor.stream().accept(hostile)).startsWith("***");
        });
    }

    private static Redactor learned(String value) {
        Redactor redactor = new Redactor();
        redactor.learn(value);
        return redactor;
    }
}
