package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns one authenticated line into one answer; a command is remembered on disk before it takes effect. */
final class Commands {

    static final String OK = "OK";
    static final String ERR = "ERR";

    private static final long MAX_DRAIN_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Switchboard switchboard;
    private final Plumbing plumbing;
    private final ForwarderFolder folder;
    private final ForwarderReady self;
    private boolean stopping;

    Commands(Switchboard switchboard, Plumbing plumbing, ForwarderFolder folder, ForwarderReady self) {
        this.switchboard = switchboard;
        this.plumbing = plumbing;
        this.folder = folder;
        this.self = self;
    }

    static String refusal(String code, String message) {
        return ERR + " " + code + " " + message;
    }

    String execute(String line) {
        List<String> words = List.of(line.split(" ", -1));
        try {
            return run(words.get(0), words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            return refusal("bad-request", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refusal("state", "the forwarder's folder cannot be written, so nothing was changed");
        }
    }

    private String run(String command, List<String> words) throws IOException {
        return switch (command) {
            case "SWITCH" -> switchTo(expect(4, words));
            case "OFF" -> off(drain(expect(1, words).get(0)));
            case "STOP" -> stop(drain(expect(1, words).get(0)));
            case "TARGET" -> {
                expect(0, words);
                yield target();
            }
            case "STATS" -> {
                expect(0, words);
                yield stats();
            }
            default -> refusal("unknown-command", "known: SWITCH, OFF, STOP, TARGET, STATS");
        };
    }

    private String switchTo(List<String> words) throws IOException {
        ForwarderTarget next = new ForwarderTarget(
                words.get(0),
                words.get(1),
                number(words.get(2)),
                plumbing.clock().instant());
        Duration drain = drain(words.get(3));
        if (Set.of(self.listenPort(), self.controlPort()).contains(next.port())) {
            throw new IllegalArgumentException("port " + next.port() + " is the forwarder's own");
        }
        if (stopping) {
            return refusal("stopping", "the forwarder is ending");
        }
        if (switchboard.target().filter(next::sameAs).isPresent()) {
            return changed(ForwarderChange.UNCHANGED);
        }
        remember(Optional.of(next));
        switchboard.switchTo(next, drain);
        return changed(ForwarderChange.CHANGED);
    }

    private String off(Duration drain) throws IOException {
        if (switchboard.target().isEmpty()) {
            return changed(ForwarderChange.UNCHANGED);
        }
        remember(Optional.empty());
        switchboard.off(drain);
        return changed(ForwarderChange.CHANGED);
    }

    private String stop(Duration drain) throws IOException {
        if (!stopping) {
            folder.endingFile().write(self.fields());
            folder.readyFile().delete();
            folder.targetFile().delete();
            stopping = true;
        }
        switchboard.stop(drain, plumbing.loop()::stop);
        return ok(self.fields());
    }

    private String target() {
        return ok(switchboard.target().map(ForwarderMemory::fields).orElse(Map.of()));
    }

    private String stats() {
        return ok(ForwarderStats.fields(switchboard, plumbing.tally()));
    }

    private void remember(Optional<ForwarderTarget> target) throws IOException {
        new ForwarderMemory(self.listenPort(), target).save(folder.targetFile());
    }

    private static List<String> expect(int count, List<String> words) {
        if (words.size() != count) {
            throw new IllegalArgumentException("the command takes " + count + " arguments, not " + words.size());
        }
        return words;
    }

    private static Duration drain(String word) {
        int millis = number(word);
        if (millis < 0 || millis > MAX_DRAIN_MILLIS) {
            throw new IllegalArgumentException("drain time is not 0 to " + MAX_DRAIN_MILLIS + " ms");
        }
        return Duration.ofMillis(millis);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number was expected", e);
        }
    }

    private static String changed(ForwarderChange change) {
        return ok(Map.of("change", change.name()));
    }

    private static String ok(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("", OK, ""));
    }
}
