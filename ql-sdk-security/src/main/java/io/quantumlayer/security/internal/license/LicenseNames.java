package io.quantumlayer.security.internal.license;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Understands what people write to name a licence: an SPDX expression, a well-known name, or a well-known address. */
final class LicenseNames {
    private static final String SHEET = "license-names.txt";
    private static final int LONGEST = 300;

    private LicenseNames() {}

    /** Read once per class loader and only when needed. */
    private static final class Known {
        static final Map<String, LicenseExpression> NAMES = read();

        private Known() {}

        private static Map<String, LicenseExpression> read() {
            try (InputStream in = Objects.requireNonNull(LicenseNames.class.getResourceAsStream(SHEET), SHEET)) {
                Map<String, LicenseExpression> names = new HashMap<>();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> take(line, names));
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException(SHEET, e);
            }
        }

        private static void take(String line, Map<String, LicenseExpression> names) {
            String[] sides = line.split(" = ", 2);
            LicenseExpression meant = LicenseExpression.of(sides[0]).orElseThrow();
            for (String name : sides[1].split(" \\| ", -1)) {
                LicenseExpression other = names.put(plain(name), meant);
                if (other != null && !other.equals(meant)) {
                    throw new IllegalStateException(SHEET + ": " + name + " means two licences");
                }
            }
        }
    }

    /** What a text means, or empty if that is not certain. */
    static Optional<LicenseExpression> meaning(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        return LicenseExpression.of(stripped).or(() -> Optional.ofNullable(Known.NAMES.get(plain(stripped))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(?:www\\.)?", "")
                .replaceAll("[^a-z0-9.+]+", " ")
                .replaceFirst("^the ", "")
                .strip();
    }
}
