package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.run.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillNineIT {
    private static final int LONGEST_MILLIS = 2_500;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_124);
    private Home home;
    private Path source;

    @Test
    void aKilledHostLeavesNothingThatItsSuccessorDoesNotFinish() throws Exception {
        killManyTimes(4);
    }

    @Test
    @Tag("long")
    void aHundredKilledHostsLeaveNothingThatTheirSuccessorsDoNotFinish() throws Exception {
        killManyTimes(100);
    }

    private void killManyTimes(int kills) throws Exception {
        home = new Home(Files.createDirectories(folder.resolve("home")));
        source = TinyApp.compiledIn(folder);
        assertThat(host("deploy", "first").get(1)).contains("LIVE");
        int killed = 0;
        int hosts = 0;
        while (killed < kills) {
            killed += kill(hosts++) ? 1 : 0;
            List<String> out = host("resume", "");
            assertThat(out.get(0)).as(out.get(1)).isEqualTo("0");
            nothingIsOrphaned(out.get(1));
        }
        System.out.println("killed " + killed + " of " + hosts + " hosts at work");
        assertThat(host("destroy", "").get(1)).contains("DESTROYED");
        assertThat(home.processes()).isEmpty();
        assertThat(home.listening()).isEmpty();
        assertThat(home.files("releases")).isEmpty();
    }

    private void nothingIsOrphaned(String out) throws IOException {
        try (QuantumLayer ql = home.open()) {
            Application victim = ql.application("victim");
            assertThat(victim.status().reached()).as(out).isEqualTo(Outcome.LIVE);
            List<String> known =
                    victim.releases().stream().map(r -> r.id().value()).sorted().toList();
            List<String> folders = home.releases().stream()
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(folders).as(out).isEqualTo(known);
            assertThat(home.markers()).as(out).hasSameSizeAs(known);
            // Each release listens, and the forwarder for callers and for commands.
            assertThat(home.listening()).as(out).hasSize(known.size() + 2);
        }
    }

    private boolean kill(int round) throws IOException, InterruptedException {
        String[] work = {"deploy", "deploy", "rollback"};
        Process host = start(work[random.nextInt(work.length)], "round-" + round);
        boolean ended = host.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
        host.destroyForcibly().waitFor();
        return !ended;
    }

    private List<String> host(String work, String difference) throws IOException, InterruptedException {
        Process process = start(work, difference);
        int code = process.waitFor();
        return List.of(Integer.toString(code), Files.readString(log(), StandardCharsets.UTF_8));
    }

    private Process start(String work, String difference) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HostMain.class.getName()));
        command.addAll(List.of(work, home.folder().toString(), source.toString(), difference));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return folder.resolve("host.log");
    }
}
