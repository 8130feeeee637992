package io.quantumlayer.api.spi.artifact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The one place that says which relative paths may be written below a root. */
final class PathRules {
    private static final int MAX_LENGTH = 512;
    /** File systems refuse longer names. */
    private static final int MAX_NAME_BYTES = 255;

    private static final Pattern SEGMENT = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}]+");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private PathRules() {}

    static void check(Collection<String> paths) {
        List<String> refused = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (String path : paths) {
            if (!confined(path)) {
                refused.add("'" + printable(path) + "' is not a plain relative path");
            }
            String twin = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (twin != null) {
                refused.add("'" + printable(path) + "' differs from '" + printable(twin) + "' only by case");
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", refused));
        }
    }

    private static boolean confined(String path) {
        if (path.isEmpty() || path.length() > MAX_LENGTH || path.startsWith("/") || path.endsWith("/")) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (!plain(segment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return SEGMENT.matcher(segment).matches()
                && segment.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES
                && !segment.endsWith(".")
                && !segment.endsWith(" ")
                && !lower.equals(".git")
                && !RESERVED.matcher(lower).matches();
    }

    private static String printable(String path) {
        String cut = path.length() > 80 ? path.substring(0, 80) + "..." : path;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
