package io.quantumlayer.core.internal.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Spelling SPELLING = new Spelling(Vocabulary.load().words(), WordList.load("other-words.txt"));

    @ParameterizedTest
    @CsvSource({
        "pyhton,python",
        "encrpytion,encryption",
        "notificatons,notifications",
        "databse,database",
        "kuberntes,kubernetes",
        "serach,search",
        "witout,without"
    })
    void readsASlipAsTheWordThatIsMeant(String typed, String meant) {
        assertThat(read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reach", "curses", "clues", "serve", "unencrypted", "lo", "xyzzyx"})
    void leavesOtherWordsAlone(String word) {
        assertThat(read(word)).isEqualTo(Text.of(word).token(0).word());
    }

    @Test
    void leavesAWordBetweenTwoAlone() {
        Spelling spelling = new Spelling(Set.of("bakers", "makers"), Set.of());

        assertThat(spelling.corrected(Text.of("lakers")).token(0).word()).isEqualTo("lakers");
    }

    @Test
    void keepsTheWordsAsTheyWereWritten() {
        assertThat(SPELLING.corrected(Text.of("a Pyhton API")).words(1, 3)).isEqualTo("Pyhton API");
    }

    private static String read(String word) {
        return SPELLING.corrected(Text.of(word)).token(0).word();
    }
}
