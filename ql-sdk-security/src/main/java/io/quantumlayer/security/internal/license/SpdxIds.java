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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of the SPDX licence list, and those of its exceptions. */
final class SpdxIds {
    private static final Pattern GNU = Pattern.compile("((?:A|L)?GPL-[0-9.]+|GFDL-[0-9.]+)(\\+?)");

    private SpdxIds() {}

    /** Read once per class loader and only when needed. */
    private static final class Listed {
        static final Map<String, String> IDS = read("spdx-ids.txt");
        static final Map<String, String> EXCEPTIONS = read("spdx-exceptions.txt");

        private Listed() {}

        private static Map<String, String> read(String sheet) {
            try (InputStream in = Objects.requireNonNull(SpdxIds.class.getResourceAsStream(sheet), sheet)) {
                Map<String, String> ids = new HashMap<>();
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(id -> ids.put(id.toLowerCase(Locale.ROOT), id));
                return ids;
            } catch (IOException e) {
                throw new UncheckedIOException(sheet, e);
            }
        }
    }

    /** The id of an exception as the list spells it; what is called so elsewhere may take rights away. */
    static Optional<String> exception(String word) {
        return Optional.ofNullable(Listed.EXCEPTIONS.get(word.toLowerCase(Locale.ROOT)));
    }

    /**
     * The id as the list spells it. Old ids of the GNU licences become the new ones, which say "only" or "or later";
     * the plus of any other licence is left out, because whoever may use a later version may use this one.
     */
    static Optional<String> canonical(String word) {
        String plain = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
        String id = Listed.IDS.get(plain.toLowerCase(Locale.ROOT));
        if (id == null) {
            return Optional.empty();
        }
        Matcher gnu = GNU.matcher(plain.equals(word) ? id : id + "+");
        if (!gnu.matches()) {
            return Optional.of(id);
        }
        String full = gnu.group(1) + (gnu.group(2).isEmpty() ? "-only" : "-or-later");
        return Optional.of(Listed.IDS.getOrDefault(full.toLowerCase(Locale.ROOT), id));
    }
}
