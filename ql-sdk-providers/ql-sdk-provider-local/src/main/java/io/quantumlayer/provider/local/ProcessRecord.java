package io.quantumlayer.provider.local;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is written down before a process is started, so that whoever finds it later knows its marker and port.
 *
 * @param marker the key it was started under, which stands in its environment
 * @param port the loopback port it was told to listen on
 * @param startedAt when it was started
 * @param starts how often it was started under this marker
 * @param settled whether what became of it was reported, be it success or failure; one that is found ended after that
 *     is started afresh
 */
record ProcessRecord(String marker, int port, Instant startedAt, int starts, boolean settled) {

    static ProcessRecord first(String marker, int port, Instant now) {
        return new ProcessRecord(marker, port, now, 1, false);
    }

    /** The same process, tried again on another port. */
    ProcessRecord again(int otherPort, Instant now) {
        return new ProcessRecord(marker, otherPort, now, starts + 1, false);
    }

    /** The same process, begun again where a crash left it planned and not started. */
    ProcessRecord resumed(Instant now) {
        return new ProcessRecord(marker, port, now, starts, false);
    }

    ProcessRecord settle() {
        return new ProcessRecord(marker, port, startedAt, starts, true);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("marker", marker);
        fields.put("port", Integer.toString(port));
        fields.put("startedAt", startedAt.toString());
        fields.put("starts", Integer.toString(starts));
        fields.put("settled", Boolean.toString(settled));
        return fields;
    }

    /** Empty if the fields are not those of a record, as of a file that does not exist. */
    static Optional<ProcessRecord> of(Map<String, String> fields) {
        String marker = fields.get("marker");
        if (marker == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessRecord(
                    marker,
                    Integer.parseInt(fields.getOrDefault("port", "")),
                    Instant.parse(fields.getOrDefault("startedAt", "")),
                    Integer.parseInt(fields.getOrDefault("starts", "")),
                    Boolean.parseBoolean(fields.get("settled"))));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalStateException("process.properties is damaged: " + fields.keySet(), e);
        }
    }
}
