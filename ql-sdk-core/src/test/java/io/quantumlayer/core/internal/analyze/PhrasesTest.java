package io.quantumlayer.core.internal.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "api",
                "rest api",
                "single-page app",
                "c++",
                "node.js",
                ".net core",
                "oauth2",
                "k8s",
                "e2e - tests",
                "a--b",
                "-ab",
                "ab-",
                "users' data",
                "99.9 %",
                "w/o login",
                "a  b",
                "Big",
                "e.g. this",
                "x, y"
            })
    void aPhraseIsCutAsATextIs(String phrase) {
        List<String> asText = Text.of(phrase).tokens().stream().map(Token::word).toList();
        assertThat(Phrases.words(phrase)).isEqualTo(asText);
    }
}
