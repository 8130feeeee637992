package io.quantumlayer.testkit.survival;

import io.quantumlayer.testkit.fake.Happening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes effects so that two lives can be compared: ids that are minted anew are numbered as they appear. */
final class Effects {
    private static final Pattern MINTED = Pattern.compile("\\br[a-z0-9]{12}\\b|\\b[a-z0-9]{26}\\b");

    private Effects() {}

    static List<String> of(List<Happening> log) {
        Map<String, String> names = new LinkedHashMap<>();
        return log.stream()
                .map(happening -> happening.kind() + " " + named(names, happening.subject()))
                .toList();
    }

    private static String named(Map<String, String> names, String subject) {
        Matcher minted = MINTED.matcher(subject);
        return minted.replaceAll(found -> names.computeIfAbsent(found.group(), id -> "#" + (names.size() + 1)));
    }
}
