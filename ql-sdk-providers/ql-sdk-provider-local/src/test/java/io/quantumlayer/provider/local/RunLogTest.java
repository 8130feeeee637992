package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.provider.LogPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private Path file;
    private Path secrets;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        file = folder.resolve("command.log");
        secrets = Files.createDirectory(folder.resolve("secrets"));
    }

    @Test
    void pagesFollowEachOtherByTheCursorAndLoseNothing() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_500; i++) {
            text.append("line ").append(i).append('\n');
        }
        Files.writeString(file, text);
        List<String> lines = new ArrayList<>();
        LogPage page = log().page(0, false);
        for (; !page.lines().isEmpty(); page = log().page(Long.parseLong(page.next()), false)) {
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(1_000);
            lines.addAll(page.lines());
        }
        assertThat(lines).hasSize(2_500).startsWith("line 0").endsWith("line 2499");
        assertThat(page.next()).isEqualTo(Long.toString(Files.size(file)));
    }

    @Test
    void anUnfinishedLineWaitsForItsEndUnlessTheApplicationHasEnded() throws IOException {
        Files.writeString(file, "one\r\ntw");
        LogPage page = log().page(0, false);
        assertThat(page.lines()).containsExactly("one");
        assertThat(log().page(5, true)).isEqualTo(new LogPage(List.of("tw"), "7"));
        Files.writeString(file, "o\n", StandardOpenOption.APPEND);
        assertThat(log().page(Long.parseLong(page.next()), false).lines()).containsExactly("two");
    }

    @Test
    void aSecretIsHiddenInEachFormEvenIfItIsWrittenInTwoPieces() throws IOException {
        Files.writeString(secrets.resolve("TOKEN"), "s3cr+t value/é");
        Files.writeString(file, "a s3cr+t val");
        LogPage page = log().page(0, false);
        assertThat(page.lines()).isEmpty();
        Files.writeString(file, "ue/é b\nczNjcit0IHZhbHVlL8Op\nq=s3cr%2Bt+value%2F%C3%A9\n", StandardOpenOption.APPEND);
        assertThat(log().page(Long.parseLong(page.next()), false).lines()).containsExactly("a *** b", "***", "q=***");
    }

    @Test
    void aSecretAcrossTheBoundOfALineIsHiddenBeforeTheLineIsCut() throws IOException {
        Files.writeString(secrets.resolve("TOKEN"), "canary-7f3a9c2e41");
        Files.writeString(file, "x".repeat(4_080) + "canary-7f3a9c2e41" + "\nnext\n");
        List<String> lines = log().page(0, false).lines();
        assertThat(lines).hasSize(2).endsWith("next");
        assertThat(lines.get(0)).doesNotContain("canary");
    }

    @Test
    void aLineIsBoundedInBytesAndWhatFollowsItIsNotTorn() throws IOException {
        Files.writeString(file, "é".repeat(3_000_000) + "\nnext\n");
        List<String> lines = new ArrayList<>();
        LogPage page = log().page(0, false);
        long size = Files.size(file);
        while (Long.parseLong(page.next()) < size) {
            lines.addAll(page.lines());
            page = log().page(Long.parseLong(page.next()), false);
        }
        lines.addAll(page.lines());
        assertThat(lines).hasSize(2).endsWith("next");
        assertThat(lines.get(0)).startsWith("éé").endsWith("…");
        assertThat(lines.get(0).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4_096);
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '\n', (byte) 0x80, '\n'});
        Files.write(file, bytes.toByteArray());
        assertThat(log().page(0, false).lines()).containsExactly("a\uFFFD\uFFFD", "\uFFFD");
    }

    @Test
    void aLogThatBeganAnewIsReadFromItsBeginning() throws IOException {
        Files.writeString(file, "again\n");
        assertThat(log().page(4_711, false).lines()).containsExactly("again");
    }

    @Test
    void theTailHoldsTheLastLinesOnly() throws IOException {
        Files.writeString(file, "x".repeat(200_000) + "\none\ntwo\nthree");
        assertThat(log().tail(2)).containsExactly("two", "three");
        assertThat(log().tail(20)).containsExactly("one", "two", "three");
    }

    @Test
    void aMissingLogIsEmpty() throws IOException {
        assertThat(log().page(0, false)).isEqualTo(new LogPage(List.of(), "0"));
        assertThat(log().tail(20)).isEmpty();
    }

    @Test
    @Timeout(20)
    void aLinkOrAPipeInThePlaceOfAFileIsNotFollowed(@TempDir Path outside) throws Exception {
        Path other = Files.writeString(outside.resolve("passwords"), "root:secret\n");
        Files.createSymbolicLink(file, other);
        Files.createSymbolicLink(secrets.resolve("LINK"), other);
        new ProcessBuilder("mkfifo", secrets.resolve("PIPE").toString()).start().waitFor();
        assertThat(log().page(0, true).lines()).isEmpty();
        assertThat(SecretMask.of(secrets).apply("root:secret")).isEqualTo("root:secret");
    }

    private RunLog log() throws IOException {
        return new RunLog(file, SecretMask.of(secrets));
    }
}
