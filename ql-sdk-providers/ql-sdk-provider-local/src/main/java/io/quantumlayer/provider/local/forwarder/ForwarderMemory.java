package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a forwarder must know again after a crash: its address and who receives the traffic.
 *
 * @param listenPort the port of the stable address
 * @param target who receives the traffic, empty when it is switched off
 */
record ForwarderMemory(int listenPort, Optional<ForwarderTarget> target) {

    void save(StateFile file) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("listenPort", Integer.toString(listenPort));
        target.ifPresent(known -> fields.putAll(fields(known)));
        file.write(fields);
    }

    /** Empty when the forwarder starts for the first time or somebody damaged the file. */
    static Optional<ForwarderMemory> load(StateFile file) throws IOException {
        Map<String, String> fields = file.read();
        try {
            int listenPort = Integer.parseInt(fields.getOrDefault("listenPort", ""));
            return Optional.of(new ForwarderMemory(listenPort, target(fields)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Map<String, String> fields(ForwarderTarget target) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("release", target.release());
        fields.put("digest", target.digest());
        fields.put("port", Integer.toString(target.port()));
        fields.put("since", target.since().toString());
        return fields;
    }

    /** Empty when {@code fields} name no release. */
    static Optional<ForwarderTarget> target(Map<String, String> fields) {
        String release = fields.get("release");
        if (release == null) {
            return Optional.empty();
        }
        return Optional.of(new ForwarderTarget(
                release,
                fields.getOrDefault("digest", ""),
                Integer.parseInt(fields.getOrDefault("port", "")),
                Instant.parse(fields.getOrDefault("since", ""))));
    }
}
