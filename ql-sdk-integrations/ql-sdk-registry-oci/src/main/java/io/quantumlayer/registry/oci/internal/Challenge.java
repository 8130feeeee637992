package io.quantumlayer.registry.oci.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a registry asks for: {@code Bearer realm="...",service="..."} or {@code Basic}. */
final class Challenge {
    private static final int MAX_LENGTH = 4_096;
    private static final Pattern PART = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");

    private final String kind;
    private final Map<String, String> parts;

    private Challenge(String kind, Map<String, String> parts) {
        this.kind = kind;
        this.parts = parts;
    }

    static Challenge parse(String header) {
        String text = header.length() > MAX_LENGTH ? "" : header.trim();
        int blank = text.indexOf(' ');
        String kind = (blank < 0 ? text : text.substring(0, blank)).toLowerCase(Locale.ROOT);
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
        }
        return new Challenge(kind, parts);
    }

    boolean isBasic() {
        return kind.equals("basic");
    }

    boolean isBearer() {
        return kind.equals("bearer") && parts.containsKey("realm");
    }

    String value(String name) {
        return parts.getOrDefault(name, "");
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
