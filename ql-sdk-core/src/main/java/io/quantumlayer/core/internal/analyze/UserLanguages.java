package io.quantumlayer.core.internal.analyze;

import java.util.Optional;
import java.util.Set;

/** Finds the languages that people are served in: two or more, listed. */
final class UserLanguages {
    private static final Set<String> TONGUES =
            Words.of("english german french spanish italian dutch portuguese polish turkish russian chinese"
                    + " japanese korean arabic hebrew hindi greek czech danish swedish norwegian finnish"
                    + " hungarian romanian mandarin catalan basque ukrainian welsh irish bengali urdu"
                    + " vietnamese thai croatian serbian slovak slovenian bulgarian lithuanian latvian estonian"
                    + " icelandic albanian macedonian persian farsi tamil malay indonesian tagalog swahili afrikaans"
                    + " galician maltese georgian armenian punjabi flemish luxembourgish");
    private static final Set<String> LEADS = Words.of(
            "in into languages language supports support supporting speaks offers translated" + " available for");
    private static final Set<String> JOINTS = Words.of("and or as well plus & also");
    private static final int REACH = 3;

    private UserLanguages() {}

    static Optional<String> words(Text text) {
        for (int at = 0; at < text.size(); at++) {
            int end = text.isWord(at, TONGUES) ? endOfList(text, at) : at;
            boolean slashed = end > at + 1 && text.gap(at + 1).equals("/");
            if (end > at + 1 && (slashed || Nearby.before(text, at, REACH, LEADS)) && wanted(text, at, end)) {
                return Optional.of(text.words(at, end));
            }
        }
        return Optional.empty();
    }

    private static boolean wanted(Text text, int from, int to) {
        boolean spoken = !text.sameSentence(from, to)
                || text.token(to).afterPause()
                || !text.isWord(
                        to,
                        Words.of("food recipes wine wines literature books cuisine films customers users companies"
                                + " students history law people restaurants citizens"));
        return spoken && Polarity.of(text, new Lexicon.Hit("i18n", from, to)).wanted();
    }

    private static int endOfList(Text text, int from) {
        int end = from + 1;
        int at = end;
        while (text.sameSentence(from, at) && (text.isWord(at, TONGUES) || text.isWord(at, JOINTS))) {
            end = text.isWord(at, TONGUES) ? at + 1 : end;
            at++;
        }
        return end;
    }
}
