package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the language and the framework; a framework implies its language. */
final class LanguageRule implements Rule {
    private static final Set<String> LEADS =
            Words.of("in using with use written plain modern into on pure prefer a an");
    private static final Set<String> SURE_LEADS = Words.of("in using with use written plain modern pure prefer");
    private static final Set<String> FOLLOWERS =
            Words.of("service api microservice backend function worker job app application server rest web"
                    + " webapp frontend http program script cli consumer lambda crud grpc graphql daemon"
                    + " endpoint stack code codebase developer developers runtime monolith module pipeline"
                    + " container webservice public json handler site website serverless");
    /** Names that are words of every other sentence. */
    private static final Set<String> AMBIGUOUS = Words.of("go node swift dart groovy ts py bash perl ruby rust scala");

    private static final Set<String> OF_GO =
            Words.of("api apis service microservice backend server worker rest code program grpc cli daemon");

    private static final Set<String> LABELS = Words.of("language lang stack runtime languages backend tech");
    private static final Set<String> GOERS =
            Words.of("to we they you i let's lets us will can should must would it and not don't could may");
    private static final Set<String> NEVER_LOWER = Set.of("go");

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
            if (!isMeant(text, hit)) {
                continue;
            }
            if (Polarity.of(text, hit).wanted()) {
                wanted.add(hit);
            } else {
                reading.refusedLanguages.add(hit.id());
            }
        }
        spoken(text, wanted)
                .ifPresent(hit -> reading.language = Trait.stated(hit.id(), text.words(hit.from(), hit.to())));
        List<Lexicon.Hit> named = frameworks.hits(text).stream()
                .filter(hit -> Polarity.of(text, hit).wanted())
                .toList();
        latest(text, named).ifPresent(hit -> framework(text, best(hit, named, reading.language), reading));
    }

    /** Of several frameworks, the one of the language that is stated. */
    private Lexicon.Hit best(Lexicon.Hit first, List<Lexicon.Hit> named, @Nullable Trait<String> language) {
        if (language == null) {
            return first;
        }
        return named.stream()
                .filter(hit -> language.value().equals(languageOf.get(hit.id())))
                .findFirst()
                .orElse(first);
    }

    private void framework(Text text, Lexicon.Hit hit, Reading reading) {
        String words = text.words(hit.from(), hit.to());
        reading.framework = Trait.stated(hit.id(), words);
        String language = languageOf.get(hit.id());
        if (reading.language == null && language != null) {
            reading.language = Trait.inferred(language, words);
        }
    }

    /** Of several, the one that is spoken of as the application's own; the latest, if the text changes its mind. */
    private static Optional<Lexicon.Hit> spoken(Text text, List<Lexicon.Hit> hits) {
        if (changes(text, hits)) {
            return latest(text, hits);
        }
        return hits.stream()
                .filter(hit -> text.isWord(hit.from() - 1, LEADS) || isFollowed(text, hit))
                .findFirst()
                .or(() -> hits.stream().findFirst());
    }

    private static boolean changes(Text text, List<Lexicon.Hit> hits) {
        return hits.size() > 1
                && SecondThoughts.between(
                        text, hits.get(0).from(), hits.get(hits.size() - 1).from());
    }

    private static Optional<Lexicon.Hit> latest(Text text, List<Lexicon.Hit> hits) {
        return changes(text, hits)
                ? Optional.of(hits.get(hits.size() - 1))
                : hits.stream().findFirst();
    }

    private static boolean isFollowed(Text text, Lexicon.Hit hit) {
        boolean next = text.sameSentence(hit.from(), hit.to())
                && !text.token(hit.to()).afterPause()
                && text.isWord(hit.to(), FOLLOWERS);
        boolean second = text.sameSentence(hit.from(), hit.to() + 1)
                && !text.token(hit.to()).afterPause()
                && !text.token(hit.to() + 1).afterPause()
                && text.isWord(hit.to() + 1, FOLLOWERS);
        return next || second;
    }

    /** A name that is another word too must be used as a language, or stand alone with a capital. */
    private static boolean isMeant(Text text, Lexicon.Hit hit) {
        String word = text.token(hit.from()).word();
        if (hit.to() - hit.from() > 1 || !AMBIGUOUS.contains(Nouns.singular(word))) {
            return true;
        }
        if (!AMBIGUOUS.contains(word)) {
            return false; // "goes" and "rubies" name no language
        }
        boolean used = (text.isWord(hit.from() - 1, SURE_LEADS) && text.sameSentence(hit.from() - 1, hit.from()))
                || isFollowed(text, hit);
        boolean labelled = text.afterColon(hit.from()) && text.isWord(hit.from() - 1, LABELS);
        if (labelled) {
            return true;
        }
        boolean capital = text.isCapitalized(hit.from());
        boolean alone = capital && endsClause(text, hit.to()) && startsClause(text, hit.from());
        boolean sentenceGo = text.isWord(hit.from(), NEVER_LOWER) && !capital && !isOfGo(text, hit);
        boolean led = text.isWord(hit.from() - 1, SURE_LEADS);
        boolean toGo =
                !led && text.isWord(hit.from(), NEVER_LOWER) && text.isWord(hit.to(), Set.of("to", "and", "for"));
        return !sentenceGo && !toGo && (used || alone || (capital && isCommon(text, hit)));
    }

    /** "a go api", in small letters: the noun follows at once and nobody goes. */
    private static boolean isOfGo(Text text, Lexicon.Hit hit) {
        return text.sameSentence(hit.from(), hit.to())
                && !text.token(hit.to()).afterPause()
                && text.isWord(hit.to(), OF_GO)
                && !text.isWord(hit.from() - 1, GOERS);
    }

    private static boolean isCommon(Text text, Lexicon.Hit hit) {
        return text.isWord(hit.from(), Words.of("ruby rust scala perl bash")) && hit.from() > text.start(hit.from());
    }

    private static boolean endsClause(Text text, int to) {
        return !text.sameSentence(to - 1, to) || text.token(to).afterPause();
    }

    private static boolean startsClause(Text text, int from) {
        return from == text.start(from) || text.token(from).afterPause();
    }
}
