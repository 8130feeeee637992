package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes while they write. */
@Timeout(300)
class KilledWriterIT {
    private static final int KILLS = 24;
    private static final int RUNS = 4;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        Path file = folder.resolve("journal.db");
        Random random = new Random(20260101);
        Map<Integer, Integer> acknowledged = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Durability durability = kill % 2 == 0 ? Durability.PROCESS_DEATH : Durability.POWER_LOSS;
            Process child = start(List.of(), file, durability, RUNS);
            if (kill % 6 == 5) {
                // Anywhere: while the machine starts, the file is opened, recovered or brought up to date.
                child.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
                child.toHandle().destroyForcibly(); // Not the process: that would close its output unread.
            }
            readUntilKilled(child, 1 + random.nextInt(150), acknowledged);
            assertNothingIsLost(file, acknowledged);
        }
        assertThat(acknowledged).hasSize(RUNS);
    }

    private static void readUntilKilled(Process child, int lines, Map<Integer, Integer> acknowledged)
            throws IOException, InterruptedException {
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            int read = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("claimed")) {
                    assertThat(Integer.parseInt(words[1]))
                            .as("runs of the process that was killed before, taken over at once")
                            .isEqualTo(acknowledged.isEmpty() ? Integer.parseInt(words[1]) : RUNS);
                } else {
                    assertThat(words).as(line).hasSize(2);
                    acknowledged.merge(Integer.valueOf(words[0]), Integer.valueOf(words[1]), Math::max);
                }
                if (++read == lines) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
    }

    private static void assertNothingIsLost(Path file, Map<Integer, Integer> acknowledged) {
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            acknowledged.forEach((number, records) -> {
                List<StoredRecord> stored = journal.read(Notes.run(number));
                assertThat(stored).hasSizeGreaterThanOrEqualTo(records);
                assertThat(stored.size() % AppendingMain.RECORDS_A_WRITE)
                        .as("only whole writes are seen")
                        .isEqualTo(1);
                assertThat(journal.firstBrokenLink(Notes.run(number))).isEmpty();
            });
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatTakesNoMoreLeavesExactlyWhatWasAcknowledged() throws Exception {
        Path file = folder.resolve("journal.db");
        // No file of the process may grow beyond 8 MiB, which its write-ahead log soon wants to.
        Process child =
                start(List.of("sh", "-c", "ulimit -f 16384; exec \"$@\"", "sh"), file, Durability.PROCESS_DEATH, 1);
        List<String> lines;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            lines = out.lines().toList();
        }
        assertThat(child.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("failed dependency [journal.unavailable]")
                .contains("the disk answered with an error");
        String acknowledged = lines.get(lines.size() - 2);
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            assertThat(journal.read(Notes.run(0))).hasSize(Integer.parseInt(acknowledged.substring(2)));
            assertThat(journal.firstBrokenLink(Notes.run(0))).isEmpty();
        }
    }

    private static Process start(List<String> prefix, Path file, Durability durability, int runs) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingMain.class.getName(),
                file.toString(),
                durability.name(),
                Integer.toString(runs)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
