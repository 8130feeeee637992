package io.quantumlayer.provider.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts stars over the secrets of a release wherever its own output repeats them: in a new host process nobody has
 * resolved them yet, so nobody else would know what to hide.
 */
final class SecretMask {
    private static final String STARS = "***";
    /** Shorter values stand in ordinary words, and stars there would hide the log rather than a secret. */
    private static final int SHORTEST = 4;

    private static final int MAX_BYTES = 64 * 1024;

    private final List<String> hidden;

    private SecretMask(List<String> hidden) {
        this.hidden = hidden;
    }

    /** Hides nothing, for output that no secret can reach. */
    static SecretMask none() {
        return new SecretMask(List.of());
    }

    /** Reads what to hide from the files in a release's folder of secrets. */
    static SecretMask of(Path secrets) throws IOException {
        Set<String> values = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(secrets)) {
            for (Path file : files) {
                content(file).ifPresent(value -> forms(value).forEach(values::add));
            }
        } catch (NoSuchFileException e) {
            return none();
        }
        return new SecretMask(values.stream()
                .filter(value -> value.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    String apply(String text) {
        String masked = text;
        for (String value : hidden) {
            masked = masked.replace(value, STARS);
        }
        return masked;
    }

    /** The application owns its secrets and may have put anything in their place: a link, a pipe, a huge file. */
    private static Optional<String> content(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        }
    }

    /** The value itself, its lines (a log splits it there), and the two forms in which programs like to print it. */
    private static Stream<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Stream<String> whole = Stream.of(
                value,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                URLEncoder.encode(value, StandardCharsets.UTF_8));
        return Stream.concat(whole, value.lines());
    }
}
