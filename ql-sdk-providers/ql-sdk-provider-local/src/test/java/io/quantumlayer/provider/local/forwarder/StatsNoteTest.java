package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StatsNoteTest {

    @Test
    void whatAClientDidStandsInTheFileSoonAfterwards(@TempDir Path path) throws Exception {
        try (RunningForwarder forwarder = new RunningForwarder(path);
                ReleaseServer release = new ReleaseServer("one");
                WatchService watch = path.getFileSystem().newWatchService()) {
            forwarder.folder().path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            forwarder.lead(release, Duration.ZERO);
            try (LineClient client = new LineClient(forwarder.port())) {
                client.ask("who");
                Map<String, String> noted = awaitNote(forwarder.folder(), watch, "open.one", "1");
                assertThat(noted).containsEntry("ACCEPTED", "1").containsEntry("answers", "1");
                assertThat(Instant.parse(noted.getOrDefault("at", "")))
                        .isBefore(Instant.now().plusSeconds(1));
                assertThat(ForwarderStats.of(noted).open()).containsEntry("one", 1);
            }
            assertThat(awaitNote(forwarder.folder(), watch, "open.one", "0")).containsEntry("ACCEPTED", "1");
        }
    }

    private static Map<String, String> awaitNote(ForwarderFolder folder, WatchService watch, String field, String value)
            throws IOException, InterruptedException {
        Map<String, String> noted = new StateFile(folder.stats()).read();
        while (!value.equals(noted.get(field))) {
            WatchKey event = watch.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError(field + " is not " + value + " in " + noted);
            }
            event.pollEvents();
            event.reset();
            noted = new StateFile(folder.stats()).read();
        }
        return noted;
    }
}
