package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the language and the framework; a framework implies its language. */
final class LanguageRule implements Rule {
    private static final Set<String> LEADS = Words.of("in using with use written plain modern");
    private static final Set<String> FOLLOWERS =
            Words.of("service api microservice backend function worker job app application server rest web"
                    + " frontend http program script cli consumer lambda");

    private final Lexicon languages;
    private final Lexicon frameworks;
    private final Map<String, String> languageOf;

    LanguageRule(Vocabulary vocabulary) {
        this.languages = vocabulary.lexicon("languages");
        this.frameworks = vocabulary.lexicon("frameworks");
        this.languageOf = vocabulary.inverse("framework languages");
    }

    @Override
    public void read(Text text, Reading reading) {
        List<Lexicon.Hit> wanted = new ArrayList<>();
        for (Lexicon.Hit hit : languages.hits(text)) {
            if (Polarity.of(text, hit).wanted()) {
                wanted.add(hit);
            } else {
                reading.refusedLanguages.add(hit.id());
            }
        }
        golang(text).ifPresent(wanted::add);
        spoken(text, wanted)
                .ifPresent(hit -> reading.language = Trait.stated(hit.id(), text.words(hit.from(), hit.to())));
        frameworks.hits(text).stream()
                .filter(hit -> Polarity.of(text, hit).wanted())
                .findFirst()
                .ifPresent(hit -> framework(text, hit, reading));
    }

    private void framework(Text text, Lexicon.Hit hit, Reading reading) {
        String words = text.words(hit.from(), hit.to());
        reading.framework = Trait.stated(hit.id(), words);
        String language = languageOf.get(hit.id());
        if (reading.language == null && language != null) {
            reading.language = Trait.inferred(language, words);
        }
    }

    /** Of several, the one that is spoken of as the application's own. */
    private static Optional<Lexicon.Hit> spoken(Text text, List<Lexicon.Hit> hits) {
        return hits.stream()
                .filter(hit -> text.isWord(hit.from() - 1, LEADS)
                        || text.isWord(hit.to(), FOLLOWERS)
                        || text.isWord(hit.to() + 1, FOLLOWERS))
                .findFirst()
                .or(() -> hits.stream().findFirst());
    }

    /** The language whose name is a word of every other sentence. */
    private static Optional<Lexicon.Hit> golang(Text text) {
        for (int at = 0; at < text.size(); at++) {
            boolean written = text.token(at).is("go") && text.isCapitalized(at);
            boolean meant = text.isWord(at - 1, LEADS) || text.isWord(at + 1, FOLLOWERS);
            if (written && meant) {
                Lexicon.Hit hit = new Lexicon.Hit("go", at, at + 1);
                return Polarity.of(text, hit).wanted() ? Optional.of(hit) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
