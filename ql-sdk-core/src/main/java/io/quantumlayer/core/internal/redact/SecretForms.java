package io.quantumlayer.core.internal.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a secret value may look like in a text of somebody else. */
final class SecretForms {
    private static final int MIN = 6;
    private static final int MIN_WORD = 4;
    private static final int BASE64_GROUP = 3;
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    static List<MaskedForm> of(String value) {
        List<MaskedForm> forms = new ArrayList<>();
        Set<String> parts = new LinkedHashSet<>();
        parts.add(value);
        parts.add(value.strip());
        value.lines().map(String::strip).forEach(parts::add);
        for (String part : parts) {
            if (part.length() >= MIN) {
                texts(part).forEach(text -> forms.add(new MaskedForm(text, false)));
            } else if (part.length() >= MIN_WORD) {
                forms.add(new MaskedForm(part, true));
            }
        }
        return forms;
    }

    private static Set<String> texts(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> texts = new LinkedHashSet<>();
        texts.add(value);
        texts.add(json(value));
        for (int before = 0; before < BASE64_GROUP; before++) {
            base64(bytes, before, texts);
        }
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        for (String encoded : List.of(form, percent)) {
            texts.add(encoded);
            texts.add(ESCAPED.matcher(encoded).replaceAll(match -> match.group().toLowerCase(Locale.ROOT)));
        }
        texts.add(HexFormat.of().formatHex(bytes));
        texts.add(HexFormat.of().withUpperCase().formatHex(bytes));
        texts.removeIf(text -> text.length() < MIN);
        return texts;
    }

    /**
     * In a longer text the value starts at one of three places of a group of three bytes. The characters that
     * neighbours have a part in are left out, but for the form of the value alone.
     */
    private static void base64(byte[] bytes, int before, Set<String> texts) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int start = before == 0 ? 0 : before + 1;
        int end = shifted.length % BASE64_GROUP == 0 ? whole.length() : whole.length() - 1;
        String own = whole.substring(start, end);
        for (String text :
                before == 0 ? List.of(own, whole, Base64.getEncoder().encodeToString(bytes)) : List.of(own)) {
            texts.add(text);
            texts.add(text.replace('+', '-').replace('/', '_'));
        }
    }

    private static String json(String value) {
        StringBuilder out = new StringBuilder();
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append((char) c);
            }
        });
        return out.toString();
    }
}
