package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A few {@code key=value} lines that a reader finds whole or not at all, whenever the writer was killed.
 *
 * <p>Nothing is forced to disk: what it tells is about processes, and these do not survive a power cut either.
 */
public final class StateFile {

    private static final int MAX_BYTES = 16 * 1024;

    private final Path path;

    /** Names a file without touching it. */
    public StateFile(Path path) {
        this.path = path;
    }

    /**
     * The lines of the file in order; empty when there is no file.
     *
     * @throws IOException when the file exists and cannot be read
     */
    public Map<String, String> read() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text().split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    /**
     * Replaces the file by one with these lines.
     *
     * @param values keys without an equals sign; neither keys nor values hold a line break
     * @throws IOException when the file cannot be written; then the earlier one stays
     */
    public void write(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Deletes the file if it exists.
     *
     * @throws IOException when it cannot be deleted
     */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private String text() throws IOException {
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
