package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.provider.LogPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of a release, read in bounded pages whatever the application wrote.
 *
 * <p>A cursor is an offset in bytes. A line is given once it is complete, so that a secret in it cannot be torn apart
 * by two reads; only what an application that has ended left unfinished is given as it is.
 */
final class RunLog {
    private static final int MAX_LINE_BYTES = 4 * 1024;
    private static final int MAX_PAGE_BYTES = 1024 * 1024;
    private static final int MAX_LINES = 1_000;
    private static final int TAIL_BYTES = 64 * 1024;
    private static final String CUT = "…";

    private final Path file;
    private final SecretMask mask;

    RunLog(Path file, SecretMask mask) {
        this.file = file;
        this.mask = mask;
    }

    /**
     * Reads on.
     *
     * @param from where the page before ended; one beyond the end, as after a restart, counts as the beginning
     * @param ended whether nothing more will be written
     */
    LogPage page(long from, boolean ended) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new LogPage(List.of(), "0");
        }
        try (FileChannel channel = open()) {
            long start = from > channel.size() ? 0 : from;
            byte[] bytes = read(channel, start, MAX_PAGE_BYTES);
            boolean last = start + bytes.length >= channel.size();
            int begin = torn(channel, start) ? afterLine(bytes) : 0;
            return page(start, bytes, begin, ended && last);
        }
    }

    /** The last lines, an unfinished one included. */
    List<String> tail(int count) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (FileChannel channel = open()) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            byte[] bytes = read(channel, start, TAIL_BYTES);
            int begin = torn(channel, start) ? afterLine(bytes) : 0;
            List<String> lines = new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8)
                    .lines()
                    .map(this::shown)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private LogPage page(long start, byte[] bytes, int begin, boolean complete) {
        List<String> lines = new ArrayList<>();
        int at = begin;
        while (at < bytes.length && lines.size() < MAX_LINES) {
            int end = newline(bytes, at);
            boolean unfinished = end == bytes.length;
            if (unfinished && !complete && !(at == 0 && bytes.length == MAX_PAGE_BYTES)) {
                break;
            }
            lines.add(shown(new String(bytes, at, end - at, StandardCharsets.UTF_8)));
            at = unfinished ? end : end + 1;
        }
        return new LogPage(lines, Long.toString(start + at));
    }

    /** Whether a page begins within a line whose beginning was given already. */
    private static boolean torn(FileChannel channel, long start) throws IOException {
        return start > 0 && read(channel, start - 1, 1)[0] != '\n';
    }

    private static int afterLine(byte[] bytes) {
        return Math.min(bytes.length, newline(bytes, 0) + 1);
    }

    private static int newline(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private String shown(String line) {
        String text = mask.apply(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        if (text.length() * 3L <= MAX_LINE_BYTES) {
            return text;
        }
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer in = CharBuffer.wrap(text);
        ByteBuffer out = ByteBuffer.allocate(MAX_LINE_BYTES - CUT.getBytes(StandardCharsets.UTF_8).length);
        return encoder.encode(in, out, true).isOverflow() ? text.substring(0, in.position()) + CUT : text;
    }

    private static byte[] read(FileChannel channel, long from, int limit) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(limit, channel.size() - from));
        long at = from;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at);
            if (count < 0) {
                break;
            }
            at += count;
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
